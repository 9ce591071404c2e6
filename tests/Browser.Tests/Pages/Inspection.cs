using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Pages;

/// <summary>What was found on one page in one language.</summary>
internal sealed record Inspection(IReadOnlyList<string> Barriers, IReadOnlyList<string> Sideways, IReadOnlyList<string> Whole)
{
    // A key in brackets is how the house shows a text that is missing.
    private const string Facts = """
        () => {
          const rules = [...document.styleSheets].flatMap(s => [...s.cssRules]);
          const named = new Set();
          for (const rule of rules) { if (rule.cssRules) { rules.push(...rule.cssRules); } for (const [, name] of (rule.selectorText ?? '').matchAll(/\.([\w-]+)/g)) { named.add(name); } }
          const bare = () => [...new Set([...document.querySelectorAll('[class]')].flatMap(e => [...e.classList]))].filter(name => !named.has(name));
          const words = [document.body.innerText, document.title, ...[...document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')]
            .flatMap(e => ['aria-label', 'title', 'placeholder', 'alt'].map(a => e.getAttribute(a) ?? ''))].join('\n');
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          return {
            lang: document.documentElement.lang,
            title: document.title,
            heads: [...document.querySelectorAll('h1')].map(h => h.innerText),
            missing: words.match(/\[[a-z][a-z0-9.#-]*\]/g) ?? [],
            twice: ids.filter((id, i) => ids.indexOf(id) !== i),
            bare: bare(),
            styled: document.querySelectorAll('[style], style, script:not([src^="/assets/"])').length,
          };
        }
        """;

    public static async Task<Inspection> Of(Visit visit, Place place, string language)
    {
        await visit.Page.SetViewportSizeAsync(1280, 900);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var status = await visit.Go(place.Path);
        var whole = new List<string>(Faults(await visit.Page.EvaluateAsync<PageFacts>(Facts), language));
        if (status != place.Status) { whole.Add($"status {status}"); }
        var sideways = new List<string>();
        foreach (var width in new[] { 375, 320 }) { sideways.AddRange(await Overflow(visit.Page, width)); }
        await visit.Page.SetViewportSizeAsync(1280, 900);
        var barriers = new List<string>(await Axe.Look(visit.Page, "light"));
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        barriers.AddRange(await Axe.Look(visit.Page, "dark"));
        whole.AddRange(visit.TakeTroubles().Where(t => place.Status == 200 || !t.Contains($"status of {place.Status}", StringComparison.Ordinal)));
        return new(barriers, sideways, whole);
    }

    private static IEnumerable<string> Faults(PageFacts page, string language)
    {
        if (page.Lang != language) { yield return $"lang is {page.Lang}"; }
        if (page.Heads.Length != 1 || page.Heads[0].Trim().Length == 0) { yield return $"{page.Heads.Length} h1: {string.Join(" | ", page.Heads)}"; }
        if (!page.Title.EndsWith("– Lõim", StringComparison.Ordinal)) { yield return $"title is {page.Title}"; }
        foreach (var key in page.Missing) { yield return $"missing text {key}"; }
        foreach (var id in page.Twice) { yield return $"id twice: {id}"; }
        foreach (var name in page.Bare) { yield return $"class without a rule: {name}"; }
        if (page.Styled > 0) { yield return $"{page.Styled} inline styles or scripts"; }
    }

    private static async Task<IEnumerable<string>> Overflow(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        return wide <= width ? [] : [$"{wide} px wide at {width} px: {await page.EvaluateAsync<string>(Widest, width)}"];
    }

    private const string Widest = """
        width => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1)
          .slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.className + ' "' + (e.textContent ?? '').trim().slice(0, 40) + '"').join('; ')
        """;

    internal sealed record PageFacts
    {
        public string Lang { get; init; } = "";
        public string Title { get; init; } = "";
        public string[] Heads { get; init; } = [];
        public string[] Missing { get; init; } = [];
        public string[] Twice { get; init; } = [];
        public string[] Bare { get; init; } = [];
        public int Styled { get; init; }
    }
}

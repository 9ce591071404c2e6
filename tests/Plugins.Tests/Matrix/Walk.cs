using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Web;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>What somebody who opens everything has come upon.</summary>
internal sealed class Walk
{
    private const int PagesWithForms = 3;
    private readonly Dictionary<string, int> looked = [];

    public HashSet<string> Wrong { get; } = [];
    public HashSet<string> Careless { get; } = [];
    public HashSet<string> Seen { get; } = [];
    public HashSet<string> Opened { get; } = [];
    public List<SentForm> Forms { get; } = [];
    public string? Token { get; private set; }
    public string Changed { get; set; } = "";
    public int Visited { get; private set; }

    public static async Task<Walk> Of(Played who, Browser browser, MatrixHouse house)
    {
        var walk = new Walk();
        foreach (var door in house.Doors.Where(d => d.IsRead))
        {
            var open = door.IsOpenTo(who);
            foreach (var address in open ? door.Addresses : door.Addresses.Take(3)) { await walk.Visit(door, address, open, who, browser, house.Planted); }
        }
        await walk.Visit(null, "/no-such-page", true, who, browser, house.Planted);
        return walk;
    }

    private async Task Visit(Door? door, string address, bool open, Played who, Browser browser, Planted planted)
    {
        using var answer = await browser.Get(address);
        var text = await MatrixHouse.TextOf(answer);
        Visited++;
        var template = door?.Template ?? address;
        if (!open && !IsShut(answer)) { Wrong.Add($"{template} lets {who} in: {(int)answer.StatusCode}"); }
        if (answer.StatusCode >= HttpStatusCode.InternalServerError) { Wrong.Add($"{address}: {(int)answer.StatusCode}"); }
        foreach (var seen in planted.In(text))
        {
            if (WhoMaySee.Sees(who.Viewer, seen, planted)) { Seen.Add(seen.Field); }
            else { Wrong.Add($"{template} shows {seen.Field} to {who}"); }
        }
        foreach (var careless in Carelessness.In(answer, text, who.Permissions.Count > 0, address)) { Careless.Add($"{template}: {careless}"); }
        if (answer.StatusCode != HttpStatusCode.OK) { return; }
        Opened.Add(address.Split('?')[0]);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html" && (looked[template] = looked.GetValueOrDefault(template) + 1) <= PagesWithForms) { TakeForms(await Browser.Read(answer), template, address.Split('?')[0]); }
    }

    private void TakeForms(IHtmlDocument page, string template, string path)
    {
        Token ??= page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value;
        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form[method=post]:has(input[name=_handler])"))
        {
            Forms.Add(new(template, path, [.. form.Elements.SelectMany(Filled)]));
        }
    }

    /// <summary>As a browser would send it after its first button was pressed.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement element) => element switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name } input when name != SentForm.TokenField => [new(name, input.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [new(name, select.Options.Length == 0 ? "" : select.Options[^1].Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } => [new(name, "midagi")],
        IHtmlButtonElement { Name: { Length: > 0 } name } button => [new(name, button.Value)],
        _ => [],
    };

    public static bool IsShut(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Forbidden || answer.Headers.Location?.ToString() is { } to
            && (to.Contains("/accounts/sign-in", StringComparison.Ordinal) || to.EndsWith("/public-site", StringComparison.Ordinal));
}

/// <summary>A form as its page held it.</summary>
internal sealed record SentForm(string Template, string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string TokenField = "__RequestVerificationToken";

    public string Name => $"{Template} {Fields.First(f => f.Key == "_handler").Value}";

    public IEnumerable<KeyValuePair<string, string>> With(string? token) => token is null ? Fields : Fields.Append(new(TokenField, token));
}

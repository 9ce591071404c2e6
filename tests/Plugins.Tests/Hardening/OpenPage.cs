using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Web;
using Loim.Plugins.Tests.Matrix;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>A page that somebody has open: the forms that stand on it for them, one for each button, and the token of the page.</summary>
internal sealed record OpenPage(Door Door, string Address, IReadOnlyList<OpenForm> Forms, string? Token)
{
    private const int WithForms = 8;

    /// <summary>Of every page that is open to them some with forms, whosever ids are in their addresses.</summary>
    public static async Task<IReadOnlyList<OpenPage>> Of(IEnumerable<Door> doors, Browser browser)
    {
        var pages = new List<OpenPage>();
        foreach (var door in doors)
        {
            var found = 0;
            foreach (var address in door.Addresses.TakeWhile(_ => found < WithForms))
            {
                if (await At(door, address, browser) is not { Forms.Count: > 0 } page) { continue; }
                pages.Add(page);
                found++;
            }
        }
        return pages;
    }

    /// <returns>Null where there is no page for them.</returns>
    public static async Task<OpenPage?> At(Door door, string address, Browser browser)
    {
        using var answer = await browser.Get(address);
        if (!answer.IsSuccessStatusCode) { return null; }
        var text = await answer.Content.ReadAsStringAsync();
        if (!text.Contains(SentForm.TokenField, StringComparison.Ordinal)) { return new(door, address, [], null); }
        var page = await Browser.Read(answer);
        var forms = page.QuerySelectorAll("form[method=post]:has(input[name=_handler])").OfType<IHtmlFormElement>();
        return new(door, address, [.. forms.SelectMany(f => OpenForm.Of(door.Template, address, f))], page.QuerySelector<IHtmlInputElement>($"input[name={SentForm.TokenField}]")?.Value);
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Loim.Bench.Product;

/// <summary>A form as it goes over the wire.</summary>
internal sealed record FilledForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public string Encoded => string.Join('&', Fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));

    public static FilledForm Of(IHtmlFormElement form, string page)
    {
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(i => i.Type is not ("checkbox" or "radio" or "submit" or "file") || i.IsChecked)
            .Select(i => KeyValuePair.Create(i.Name!, i.Value));
        var chosen = form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(s => KeyValuePair.Create(s.Name!, s.Value ?? ""));
        return new FilledForm(form.GetAttribute("action") is { Length: > 0 } action ? action : page, [.. fields, .. chosen]);
    }

    /// <summary>Fills in the field; more values stand for more ticks.</summary>
    public FilledForm With(string field, params IEnumerable<string> values) =>
        this with { Fields = [.. Fields.Where(f => f.Key != field), .. values.Select(v => KeyValuePair.Create(field, v))] };
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Plugins.Tests.Matrix;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>A form as an open page gives it, filled in, with one of its buttons pressed.</summary>
internal sealed partial record OpenForm(string Template, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsByButton = false)
{
    /// <summary>One for each of its buttons.</summary>
    public static IEnumerable<OpenForm> Of(string template, string address, IHtmlFormElement form)
    {
        var fields = form.Elements.SelectMany(Filled).DistinctBy(f => f.Choice is null ? (object)f.Field : f.Choice).Select(f => f.Field).ToList();
        var buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => !string.IsNullOrEmpty(b.Name)).Select(b => new KeyValuePair<string, string>(b.Name!, b.Value ?? ""))
            .DistinctBy(b => (b.Key, Id().Replace(b.Value, "id")));
        yield return new(template, address, fields);
        foreach (var button in buttons) { yield return new(template, address, [.. fields, button], IsByButton: true); }
    }

    /// <summary>What somebody else would send who has seen it: by their own token, in no one's name.</summary>
    public OpenForm As(string token) => this with { Fields = [.. Fields.Where(f => f.Key is not (SentForm.TokenField or "_owner")), new(SentForm.TokenField, token)] };

    /// <summary>The button that is pressed or, where none has a name, the form.</summary>
    public string Pressed => string.Join('&', Fields.Where(f => f.Key == "_handler").Concat(Fields.TakeLast(1).Where(_ => IsByButton)).Select(f => $"{f.Key}={f.Value}"));

    /// <summary>What it is, whosever ids are in it.</summary>
    public string Name => $"{Template} {string.Join('&', Fields.Where(f => f.Key == "_handler" || Id().IsMatch(f.Value)).Select(f => $"{f.Key}={Id().Replace(f.Value, "id")}"))}";

    /// <summary>The ids that it holds, in its address too.</summary>
    public IEnumerable<Guid> Ids => Fields.Where(f => f.Key != SentForm.TokenField).SelectMany(f => Id().Matches(f.Value)).Concat(Id().Matches(Address)).Select(m => Guid.Parse(m.Value)).Distinct();

    /// <summary>The same with another's id in the place of this one: in its fields, in its address, in both.</summary>
    public IEnumerable<OpenForm> With(Guid other, Guid inPlaceOf)
    {
        string Swapped(string text) => Id().Replace(text, m => Guid.Parse(m.Value) == inPlaceOf ? $"{other}" : m.Value);
        var (address, fields) = (Swapped(Address), Fields.Select(f => f.Key == SentForm.TokenField ? f : new(f.Key, Swapped(f.Value))).ToList());
        if (address != Address) { yield return this with { Address = address }; }
        if (fields.SequenceEqual(Fields)) { yield break; }
        yield return this with { Fields = fields };
        if (address != Address) { yield return this with { Address = address, Fields = fields }; }
    }

    /// <summary>The same with another's record named in the query.</summary>
    public OpenForm With(Guid other, string query) => this with { Address = $"{Address.Split('?')[0]}?{query}={other}" };

    private static IEnumerable<(KeyValuePair<string, string> Field, string? Choice)> Filled(IElement element) => element switch
    {
        IHtmlInputElement { Type: "file" } => [],
        IHtmlInputElement { Type: "radio", Name: { Length: > 0 } name } one => [(new(name, one.Value), name)],
        IHtmlInputElement { Type: "hidden" or "checkbox", Name: { Length: > 0 } name } kept => [(new(name, kept.Value), null)],
        IHtmlInputElement { Name: { Length: > 0 } name } typed => [(new(name, typed.Value.Length > 0 ? typed.Value : Typed(typed)), null)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [(new(name, select.Options.Length == 0 ? "" : select.Options[^1].Value), null)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } => [(new(name, "midagi"), null)],
        _ => [],
    };

    private static string Typed(IHtmlInputElement input) => (input.Type, input.GetAttribute("inputmode")) switch
    {
        ("email", _) => "keegi@example.ee",
        ("tel", _) => "+372 5551 2345",
        (_, "decimal") => "1",
        (_, "numeric") when input.ClassList.Contains("w-8") => "16.09.2025",
        (_, "numeric") => "1",
        _ => "midagi",
    };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}

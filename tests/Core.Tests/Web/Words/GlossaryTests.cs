using System.Text.Json;
using System.Text.RegularExpressions;
using Loim.Core.Tests.Docs;
using Loim.Web.Tables;

namespace Loim.Core.Tests.Web.Words;

/// <summary>A text that is a term of the glossary by itself says it in the glossary's words in every language.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string[] Languages = ["en", "ru", "uk"];

    /// <summary>Estonian terms that also mean something else on a page, or have a short form there.</summary>
    private static readonly Dictionary<string, string> Else = new()
    {
        ["tegevus"] = "what the library's staff recorded, not a line of the plan",
        ["elluviija"] = "a column of a table of projects",
        ["vastutaja"] = "of a period of keeping",
        ["nõustamine"] = "the service by its short name",
        ["tõlketeenus"] = "the module by what it orders",
        ["isikukood"] = "everybody says it without the middle word",
        ["eri keele- ja kultuuritaustaga inimene"] = "has to fit a list",
    };

    private readonly Dictionary<string, SheetRow> glossary =
        SheetReader.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "data", "glossary.csv"))).Rows.ToDictionary(r => Plain(r[0]), r => r);

    [Fact]
    public void A_term_is_translated_as_the_glossary_has_it()
    {
        var terms = Terms().ToList();
        terms.Count.ShouldBeGreaterThan(30);
        terms.Where(t => !Else.ContainsKey(t.Estonian))
            .SelectMany(t => Languages.Select((language, i) => (t.Place, language, Said: Plain(t.Text.GetProperty(language).GetString()!), Term: Plain(glossary[t.Estonian][i == 0 ? 1 : i + 2]))))
            .Where(t => t.Said != t.Term).Select(t => $"{t.Place} in {t.language}: {t.Said}, in the glossary {t.Term}").ShouldBeEmpty();
        Else.Keys.Except(terms.Select(t => t.Estonian)).ShouldBeEmpty("no exception is left over");
    }

    private IEnumerable<(string Place, string Estonian, JsonElement Text)> Terms() =>
        from book in Sources.Books
        from text in JsonDocument.Parse(File.ReadAllText(Path.Combine(book, "texts.json"))).RootElement.EnumerateObject()
        where text.Value.GetProperty("et").ValueKind == JsonValueKind.String
        let estonian = Plain(text.Value.GetProperty("et").GetString()!)
        where glossary.ContainsKey(estonian)
        select ($"{Path.GetRelativePath(Repository.Root, book)}: {text.Name}", estonian, text.Value);

    /// <summary>Without an English article, and what stands in parentheses.</summary>
    private static string Plain(string text) => Beside().Replace(text, "").Trim().ToLowerInvariant();

    [GeneratedRegex(@"^(a|an|the) | \(.*\)$", RegexOptions.IgnoreCase)]
    private static partial Regex Beside();
}

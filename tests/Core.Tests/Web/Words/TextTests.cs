using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Loim.Core.Tests.Docs;
using Loim.Web;

namespace Loim.Core.Tests.Web.Words;

/// <summary>Four languages, complete: nothing is missing, nothing is left over, nothing is typed into a component.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Languages = ["et", "en", "ru", "uk"];

    public static TheoryData<string> Books => [.. Sources.Books.Select(b => Path.GetRelativePath(Repository.Root, b))];

    [Theory, MemberData(nameof(Books))]
    public void Every_text_has_four_languages_and_every_form_of_its_plural(string book)
    {
        foreach (var text in Read(book))
        {
            text.Value.EnumerateObject().Select(l => l.Name).ShouldBe(Languages, ignoreOrder: true, $"{book}: {text.Name}");
            foreach (var language in text.Value.EnumerateObject())
            {
                if (language.Value.ValueKind == JsonValueKind.String) { language.Value.GetString().ShouldNotBeNullOrWhiteSpace($"{book}: {text.Name} in {language.Name}"); }
                else { language.Value.EnumerateObject().Select(f => f.Name).ShouldBe(Plural.Forms(language.Name), ignoreOrder: true, $"{book}: {text.Name} in {language.Name}"); }
            }
        }
    }

    [Theory, MemberData(nameof(Books))]
    public void A_text_fills_in_the_same_places_in_every_language(string book)
    {
        foreach (var text in Read(book))
        {
            var places = text.Value.EnumerateObject().SelectMany(l => Forms(l.Value)).Select(f => string.Join(',', Enumerable.Range(1, 9).Where(n => f.Contains($"{{{n}}}")))).Distinct();
            places.Count().ShouldBe(1, $"{book}: {text.Name}");
        }
    }

    [Theory, MemberData(nameof(Books))]
    public void No_text_is_left_over(string book)
    {
        var folder = Path.Combine(Repository.Root, book);
        var users = Sources.Files.Where(f => f.Book == folder || folder == Sources.Shared).Select(f => f.Text).ToList();
        Read(book).Select(t => t.Name).Where(key => !users.Exists(text => Sources.MayUse(text, key))).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_that_is_asked_for_is_missing()
    {
        var books = Sources.Books.ToDictionary(b => b, b => Read(b).ToDictionary(t => t.Name, t => IsPlural(t.Value)));
        bool Has(string book, (string Key, bool Plural) asked) =>
            books[book].TryGetValue(asked.Key, out var plural) ? plural == asked.Plural : books[Sources.Shared].TryGetValue(asked.Key, out plural) && plural == asked.Plural;

        var missing = Sources.Files.SelectMany(f => Sources.Named(f.Text).Where(asked => !Has(f.Book, asked)).Select(asked => $"{f.File}: {asked.Key}"));
        missing.ShouldBeEmpty();
    }

    /// <summary>Whoever steers by voice says what they see (WCAG 2.5.3).</summary>
    [Fact]
    public void What_is_read_out_for_a_button_has_in_it_what_stands_on_it()
    {
        var books = Sources.Books.ToDictionary(b => b, b => Read(b).ToDictionary(t => t.Name, t => t.Value));
        string Of(string book, string key, string language) => (books[book].TryGetValue(key, out var text) ? text : books[Sources.Shared][key]).GetProperty(language).ToString();
        var labels = Sources.Files.SelectMany(f => Label().Matches(f.Text).Select(m => (f.File, f.Book, Aloud: m.Groups["aloud"].Value, Seen: m.Groups["seen"].Value))).ToList();
        labels.Count.ShouldBeGreaterThan(10);
        labels.SelectMany(l => Languages.Where(g => !Of(l.Book, l.Aloud, g).Contains(Of(l.Book, l.Seen, g), StringComparison.OrdinalIgnoreCase)).Select(g => $"{l.File}: {l.Aloud} in {g}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_letter_has_a_name_for_the_outbox()
    {
        var letters = Sources.Files.Where(f => f.Text.Contains("<LetterSheet ", StringComparison.Ordinal) && Path.GetExtension(f.File) == ".razor").ToList();
        letters.ShouldNotBeEmpty();
        letters.Where(f => !Read(f.Book).Exists(t => t.Name == $"letter-kind.{Path.GetFileNameWithoutExtension(f.File)}")).Select(f => f.File).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_typed_into_a_component() =>
        Sources.Files.Where(f => Path.GetExtension(f.File) == ".razor").SelectMany(f => Markup.TypedWords(f.Text).Select(words => $"{f.File}: {words}")).ShouldBeEmpty();

    [Theory]
    [InlineData("et", 1, "one"), InlineData("et", 0, "other"), InlineData("et", 21, "other"), InlineData("en", 1, "one"), InlineData("en", 2, "other")]
    [InlineData("ru", 1, "one"), InlineData("ru", 21, "one"), InlineData("ru", 11, "many"), InlineData("ru", 2, "few"), InlineData("ru", 24, "few")]
    [InlineData("ru", 12, "many"), InlineData("ru", 5, "many"), InlineData("ru", 0, "many"), InlineData("ru", 111, "many"), InlineData("ru", 1_000_001, "one")]
    [InlineData("uk", 22, "few"), InlineData("uk", 14, "many"), InlineData("uk", 101, "one"), InlineData("uk", -2, "few")]
    public void Plurals_follow_the_language(string language, long number, string form) => Plural.Of(language, number).ShouldBe(form);

    [Fact]
    public void A_missing_text_stands_in_brackets_and_is_remembered()
    {
        CultureInfo.CurrentUICulture = new("et");
        var texts = new Texts();
        texts.Of(typeof(TextTests))["no.such"].ShouldBe("[no.such]");
        texts.Missing.Keys.ShouldBe(["no.such"]);
    }

    private static List<JsonProperty> Read(string book) =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, book, "texts.json"))).RootElement.EnumerateObject()];

    private static bool IsPlural(JsonElement text) => text.EnumerateObject().First().Value.ValueKind == JsonValueKind.Object;

    private static IEnumerable<string> Forms(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? [text.GetString()!] : text.EnumerateObject().Select(f => f.Value.GetString()!);

    [GeneratedRegex("""aria-label="@T\["(?<aloud>[^"]+)"[^>]*>@T\["(?<seen>[^"]+)"\]""")]
    private static partial Regex Label();
}

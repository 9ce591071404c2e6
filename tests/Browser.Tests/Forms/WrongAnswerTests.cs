using System.Text.RegularExpressions;
using Loim.Browser.Tests.House;
using Loim.Browser.Tests.Pages;
using Loim.Browser.Tests.Thread;
using Loim.Web;

namespace Loim.Browser.Tests.Forms;

/// <summary>A wrong answer is told beside its field, in the reader's language, and nothing that was typed is lost.</summary>
[Collection(TownCollection.Name)]
public sealed partial class WrongAnswerTests(Town town)
{
    private static readonly TextBook Words = TextBook.Of(typeof(TextBook).Assembly, typeof(TextBook).Namespace!)!;

    /// <summary>Field, what is typed, and the key of what the house says.</summary>
    private static readonly (string Field, string Typed, string Key)[] Answers =
    [
        ("Given", "", "field.required"),
        ("Given", new string('õ', 400), "field.too-long"),
        ("Family", "   ", "field.required"),
        ("Born", "14.10.25", "field.year"),
        ("Born", "31.02.1990", "field.day"),
        ("Born", "чотирнадцяте", "field.day"),
        ("Born", "<b>1.1.1990</b>", "field.day"),
        ("Born", "' OR 1=1 --", "field.day"),
        ("Arrived", "31.12.2099", "field.day-max"),
        ("Group", "", "field.choice"),
    ];

    public static TheoryData<int, string> Rows()
    {
        var rows = new TheoryData<int, string>();
        foreach (var language in Inspections.Languages)
        {
            for (var i = 0; i < Answers.Length; i++) { rows.Add(i, language); }
        }
        return rows;
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Is_told_beside_the_field_in_the_readers_language(int answer, string language)
    {
        var (field, typed, key) = Answers[answer];
        await using var visit = await town.Visit(Role.CaseManager, language);
        await visit.Go("/people/new");
        foreach (var (name, value) in new[] { ("Given", "Ülle-Мар'яна"), ("Family", "Põld"), ("Phone", "+372 5555 1234") }) { await visit.Type("person", name, value); }
        if (field != "Group") { await visit.Choose("Group", "Returnee"); }
        await visit.Choose("Language", "Estonian");
        if (field != "Group") { await visit.Type("person", field, typed); }

        (await visit.Submit("person")).ShouldBe(422);

        var told = visit.Page.Locator($"#person-{field}-error");
        (await told.InnerTextAsync()).ShouldMatch(Pattern(Text(language, key)));
        (await visit.Page.Locator($"[aria-describedby~='person-{field}-error']").CountAsync()).ShouldBe(1, "the message is joined to its field");
        (await visit.Page.Locator(".error-summary a").GetAttributeAsync("href")).ShouldBe($"#person-{field}");
        (await visit.Page.EvaluateAsync<bool>("() => document.querySelector('.error-summary').contains(document.activeElement)")).ShouldBeTrue("the summary has the focus");
        (await visit.Page.TitleAsync()).ShouldStartWith(Words.Find(language, "title.error")!);
        if (field != "Group") { (await visit.Field("person", field).InputValueAsync()).ShouldBe(typed.Trim(), "what was typed is kept"); }
        (await visit.Field("person", "Phone").InputValueAsync()).ShouldBe("+372 5555 1234");
        (await Axe.Look(visit.Page, "light")).ShouldBeEmpty();
        visit.TakeTroubles().Where(t => !t.Contains("422")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_stands_clear_of_the_first_field()
    {
        await using var visit = await town.Visit(Role.CaseManager);
        await visit.AddPerson("Avariina", "Laiendaja");
        await visit.Go(new Uri(visit.Page.Url).AbsolutePath + "/edit");
        await visit.Type("person", "Given", "");
        (await visit.Submit("person")).ShouldBe(422);
        var room = await visit.Page.EvaluateAsync<double>(
            "() => document.querySelector('label[for=person-Given]').getBoundingClientRect().top - document.querySelector('.error-summary').getBoundingClientRect().bottom");
        room.ShouldBeGreaterThan(8, "hidden fields between them take none of it away");
    }

    [Theory]
    [InlineData("12,5", "field.number")]
    [InlineData("kakskümmend", "field.number")]
    [InlineData("0", "field.min")]
    [InlineData("100000", "field.max")]
    public async Task A_number_is_not_guessed(string typed, string key)
    {
        await using var visit = await town.Visit(Role.Organiser, "uk");
        await visit.Go("/library/activities/new");
        await visit.Type("activity", "Newcomers", typed == "0" ? "-1" : typed);
        await visit.Type("activity", "Locals", "4");
        await visit.Type("activity", "Returning", "0");
        (await visit.Submit("activity")).ShouldBe(422);
        (await visit.Page.Locator("#activity-Newcomers-error").InnerTextAsync()).ShouldMatch(Pattern(Words.Find("uk", key)!));
    }

    [Theory]
    [InlineData("12,50", "12,50")]
    [InlineData("1 234,5", "1 234,50")]
    [InlineData("0.07", "0,07")]
    public async Task A_decimal_comma_is_a_comma_in_every_language(string typed, string shown)
    {
        foreach (var language in Inspections.Languages)
        {
            await using var visit = await town.Visit(Role.Coordinator, language);
            await visit.Go("/programme/spendings/record");
            await visit.Field("spending", "Line").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await visit.Type("spending", "Amount", typed);
            await visit.Type("spending", "Description", $"Proov {typed}");
            (await visit.Submit("spending")).ShouldBe(200);
            var notice = (await visit.Page.Locator("main .notice.good").InnerTextAsync()).Replace('\u00a0', ' ').Replace('\u202f', ' ');
            notice.ShouldContain(language == "en" ? shown.Replace(',', '.') : shown);
        }
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "<b>Puu</b>")]
    [InlineData("' OR 1=1 --", "\"; DROP TABLE people_people; --")]
    [InlineData("سليمان", "الحجري")]
    [InlineData("{{7*7}}", "${7*7}")]
    public async Task Odd_names_are_plain_text_everywhere(string given, string family)
    {
        await using var visit = await town.Visit(Role.CaseManager);
        await visit.Go("/people/new");
        await visit.FillPerson(given, family, "");
        (await visit.Submit("person")).ShouldBe(200);
        (await visit.Heading()).ShouldBe($"{given} {family}");
        (await visit.Page.Locator("main img, main h1 b").CountAsync()).ShouldBe(0);
        await visit.Go($"/people?q={Uri.EscapeDataString(family)}");
        visit.TakeTroubles().ShouldBeEmpty();
    }

    /// <summary>The text, or the form of its plural for numbers that end in 00.</summary>
    private static string Text(string language, string key) =>
        Words.Find(language, key) ?? Words.Find(language, $"{key}#many") ?? Words.Find(language, $"{key}#other") ?? key;

    private static string Pattern(string text) => $"^{Placeholder().Replace(Regex.Escape(text), ".+")}$";

    [GeneratedRegex(@"\\\{\d}")]
    private static partial Regex Placeholder();
}

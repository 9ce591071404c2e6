using System.Net;
using AngleSharp.Dom;
using Loim.Cases.Enquiries;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.Cases.Enquiries;

public sealed class DeskPageTests(DeskHouse desk) : IClassFixture<DeskHouse>
{
    private const string Adviser = "people.read,people.write,cases.read,cases.write";
    private const string Log = "/cases/enquiries/new";

    private static readonly (string, string)[] Told =
        [("Services", "advice"), ("Services", "registry"), ("Topics", "work"), ("Channel", "Desk"), ("Language", "Ukrainian"), ("Outcome", "Solved")];

    [Fact]
    public async Task Three_letters_find_a_person_who_is_chosen_while_the_rest_of_the_form_stays()
    {
        var person = Crowd.Person("Orysia", "Zahublena", "Орися Загублена");
        await desk.House.Add(person);
        using var browser = desk.Open("en", Adviser);
        var page = await browser.Page(Log);
        using var found = await browser.Post(page, Log, "enquiry", [.. Told, ("Person", "заг"), ("step", "find:Person:")]);
        page = await Browser.Read(found);
        page.QuerySelectorAll(".error").ShouldBeEmpty("nothing is checked by a search");
        page.QuerySelector(".suggest button")!.TextContent.ShouldContain("Orysia Zahublena");
        using var chosen = await browser.Post(page, Log, "enquiry", [.. Told, ("Person", "заг"), ("step", page.QuerySelector(".suggest button")!.GetAttribute("value")!)]);
        page = await Browser.Read(chosen);
        page.QuerySelector("input[type=hidden][name=Person]")!.GetAttribute("value").ShouldBe(person.Id.ToString());
        page.QuerySelectorAll("input[name=Services][checked]").Select(i => i.GetAttribute("value")).ShouldBe(["advice", "registry"]);
        using var saved = await browser.Post(page, Log, "enquiry", [.. Told, ("Person", $"{person.Id}"), ("Minutes", "20"), ("Day", "15.09.2025")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Page($"/people/{person.Id}")).QuerySelector(".thread")!.TextContent.ShouldContain("Work");
    }

    [Fact]
    public async Task A_person_who_is_added_meanwhile_is_chosen_in_the_form_as_it_was_left()
    {
        using var browser = desk.Open("en", Adviser);
        (string, string)[] typed = [.. Told, ("Minutes", "25"), ("Person", "Hlorya Prystash")];
        using var found = await browser.Post(await browser.Page(Log), Log, "enquiry", [.. typed, ("step", "find:Person:")]);
        var page = await Browser.Read(found);
        var add = page.QuerySelectorAll(".suggest button")[^1].GetAttribute("value")!;
        using var left = await browser.Post(page, Log, "enquiry", [.. typed, ("step", add)]);
        var adding = left.Headers.Location!.PathAndQuery;
        adding.ShouldContain("/people/new?name=Hlorya%20Prystash&for=");
        page = await browser.Page(adding);
        page.QuerySelector("a[href^='/cases/enquiries/new?draft=']").ShouldNotBeNull("who adds nobody comes back too");

        using var added = await browser.Post(page, adding, "person",
            [("Given", "Hlorya"), ("Family", "Prystash"), ("Group", "NewImmigrant"), ("Language", "Ukrainian")]);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await browser.Page(added.Headers.Location!.ToString());
        page.QuerySelector("input[type=hidden][name=Person]")!.ParentElement!.TextContent.ShouldContain("Hlorya Prystash");
        page.QuerySelectorAll("input[name=Services][checked]").Select(i => i.GetAttribute("value")).ShouldBe(["advice", "registry"]);
        page.QuerySelector("input[name=Minutes][checked]")!.GetAttribute("value").ShouldBe("25");
    }

    [Fact]
    public async Task What_stands_beside_the_form_is_read_only_when_its_page_comes_back()
    {
        var person = Crowd.Person("Vesta", "Naabrikova");
        await desk.House.Add(person);
        using var browser = desk.Open("en", Adviser);
        var page = await browser.Page(Log);
        using var first = await browser.Post(page, Log, "enquiry", [.. Told, ("Person", $"{person.Id}"), ("Minutes", "20"), ("Day", "15.09.2025")]);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await browser.Page(Log);
        page.Body!.TextContent.ShouldContain("Naabrikova", Case.Sensitive, "the day's list stands beside the form");

        var before = Reads();
        using var saved = await browser.Post(page, Log, "enquiry", [.. Told, ("Minutes", "20"), ("Day", "15.09.2025")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Reads().ShouldBe(before, "nobody sees the list of a page that leads on");

        using var wrong = await browser.Post(page, Log, "enquiry", [.. Told, ("Minutes", "601"), ("Day", "15.09.2025")]);
        page = await Browser.Read(wrong);
        page.Body!.TextContent.ShouldContain("Naabrikova");
        page.QuerySelector("nav.side a[aria-current]").ShouldNotBeNull();
        Reads().ShouldBeGreaterThan(before);

        int Reads() => desk.House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Action = 'read' AND Page = 'POST {Log}'");
    }

    [Fact]
    public async Task Words_that_led_to_no_choice_are_not_saved_as_an_anonymous_enquiry()
    {
        using var browser = desk.Open("en", Adviser);
        using var answer = await browser.Post(await browser.Page(Log), Log, "enquiry", [.. Told, ("Person", "zah"), ("Minutes", "20"), ("Day", "15.09.2025")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById("enquiry-Person-error")!.TextContent.ShouldContain("Choose a person");
    }

    [Theory]
    [InlineData("601", "15.09.2025", "enquiry-Minutes-error")]
    [InlineData("0", "15.09.2025", "enquiry-Minutes-error")]
    [InlineData("", "15.09.2025", "enquiry-Minutes-error")]
    [InlineData("20", "16.09.2025", "enquiry-Day-error")]
    [InlineData("20", "15.09.25", "enquiry-Day-error")]
    public async Task A_wrong_answer_has_its_sentence_beside_the_field(string minutes, string day, string error)
    {
        using var browser = desk.Open("et", Adviser);
        using var answer = await browser.Post(await browser.Page(Log), Log, "enquiry", [.. Told, ("Minutes", minutes), ("Day", day)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById(error).ShouldNotBeNull();
    }

    [Fact]
    public async Task Unusual_minutes_are_a_key_of_their_own_when_they_are_set_right_so_that_another_key_counts()
    {
        using var browser = desk.Open("en", Adviser);
        using var saved = await browser.Post(await browser.Page(Log), Log, "enquiry", [.. Told, ("Minutes", ""), ("Minutes", "25"), ("Day", "15.09.2025")]);
        var edit = await browser.Page($"{saved.Headers.Location!.PathAndQuery}/edit");
        edit.QuerySelector("input[name=Minutes][checked]")!.GetAttribute("value").ShouldBe("25");
        edit.QuerySelector("input[name=Minutes]:not([type=radio])")!.GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task What_goes_on_is_counted_on_the_desk_of_case_managers_and_found_by_its_outcome()
    {
        await desk.House.Add(
            Desk.Enquiry(Desk.Said("advice") with { Outcome = Outcome.Continues, Day = Desk.Today.AddDays(-2), Minutes = 33 }, "Jätkajad"),
            Desk.Enquiry(Desk.Said("advice") with { Outcome = Outcome.Continues, Day = Desk.Today.AddDays(-31) }, "Jätkajad"),
            Desk.Enquiry(Desk.Said("advice"), "Jätkajad"));
        using var browser = desk.Open("en", Guid.NewGuid(), "Jätkajad", ["people.read", "cases.read", "cases.casework"]);
        var link = (await browser.Page("/")).QuerySelector("a[href*='outcome=Continues']")!;
        link.TextContent.ShouldBe("1 enquiry of the last 30 days goes on");
        var page = await browser.Page(link.GetAttribute("href")!);
        page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("33");
        page.QuerySelector("select[name=outcome] option[selected]")!.GetAttribute("value").ShouldBe("Continues");
        (await browser.Page("/cases/enquiries?outcome=Solved")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("32.09.2025", true), InlineData("1.9.25", true), InlineData("01.09.2025", false)]
    public async Task A_filter_that_is_no_day_says_that_the_list_is_not_filtered_by_it(string day, bool wrong)
    {
        using var browser = desk.Open("en", Adviser);
        var field = (await browser.Page($"/cases/enquiries?from={day}")).QuerySelector(".field:has(#f-from)")!;
        (field.QuerySelector(".error")?.TextContent.Contains("not filtered by this day") == true).ShouldBe(wrong);
        field.QuerySelector("input")!.GetAttribute("value").ShouldBe(day);
    }

    [Fact]
    public async Task One_key_counts_one_service_and_can_be_taken_back()
    {
        using var browser = desk.Open("en", Adviser);
        using var counted = await browser.Post(await browser.Page(Log), Log, "tally", ("tally", "leaflet"));
        var page = await browser.Page(Log);
        Tally(page).ShouldBe("1");
        using var undone = await browser.Post(page, Log, "undo", ("undo", page.QuerySelector("button[name=undo]")!.GetAttribute("value")!));
        Tally(await browser.Page(Log)).ShouldBe("0");
    }

    [Fact]
    public async Task A_list_shows_fifty_a_page_and_no_personal_value_but_what_its_columns_show()
    {
        var people = Enumerable.Range(0, 60).Select(i => Crowd.Person("Lehekülg", $"Paginov{i:00}")).ToArray();
        foreach (var person in people) { person.Phone = new("+37255500001"); }
        await desk.House.Add(people);
        using var browser = desk.Open("en", Adviser);
        var first = await browser.Page("/people?q=paginov");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        first.QuerySelector("tbody tr")!.TextContent.ShouldContain("Paginov00");
        first.DocumentElement.OuterHtml.ShouldNotContain("55500001");
        (await browser.Page("/people?q=paginov&page=2")).QuerySelectorAll("tbody tr").Length.ShouldBe(10);
        (await browser.Page("/people?q=pa")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_on_record_already_is_shown_before_another_is_added()
    {
        await desk.House.Add(Crowd.Person("Daryna", "Povtorna", "Дарина Повторна"));
        using var browser = desk.Open("en", Adviser);
        (string, string)[] typed = [("Given", "Дарина"), ("Family", "Повторна"), ("Group", "NewImmigrant"), ("Language", "Ukrainian")];
        using var warned = await browser.Post(await browser.Page("/people/new"), "/people/new", "person", typed);
        var page = await Browser.Read(warned);
        page.QuerySelector(".notice.warn")!.TextContent.ShouldContain("Daryna Povtorna");
        desk.House.Scalar<int>("SELECT count(*) FROM people_people WHERE fold LIKE '%povtorna%'").ShouldBe(1);
        using var added = await browser.Post(page, "/people/new", "person", [.. typed, ("Anyway", "true")]);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        desk.House.Scalar<int>("SELECT count(*) FROM people_people WHERE fold LIKE '%povtorna%'").ShouldBe(2);
    }

    [Theory]
    [InlineData("Code", "59501010018")]
    [InlineData("Code", "' OR 1=1")]
    [InlineData("Phone", "123")]
    [InlineData("Email", "somebody")]
    [InlineData("Born", "1.1.88")]
    [InlineData("Given", "")]
    [InlineData("Group", "Anyone")]
    public async Task A_wrong_detail_of_a_person_has_its_sentence_beside_the_field(string field, string value)
    {
        using var browser = desk.Open("uk", Adviser);
        (string Name, string)[] typed = [("Given", "Nova"), ("Family", "Liudyna"), ("Group", "NewImmigrant"), ("Language", "Ukrainian")];
        using var answer = await browser.Post(await browser.Page("/people/new"), "/people/new", "person", [.. typed.Where(t => t.Name != field), (field, value)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById($"person-{field}-error").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/people", "cases.read")]
    [InlineData("/cases/enquiries", "people.read,events.read")]
    [InlineData(Log, "cases.read")]
    [InlineData("/people/new", "people.read")]
    public async Task A_door_without_its_permission_stays_closed(string path, string permissions)
    {
        using var browser = desk.Open("en", permissions);
        using var answer = await browser.Get(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("1.9.2025", "01.09.2025", null), InlineData("2025-09-01", "01.09.2025", null), InlineData(" 1. 9. 2025 ", "01.09.2025", null)]
    [InlineData("31.9.2025", "31.9.2025", "31.12.2025"), InlineData("1.9.25", "1.9.25", "year"), InlineData("<b>", "<b>", "31.12.2025")]
    public async Task A_day_of_a_filter_is_typed_as_in_forms_and_what_is_wrong_with_it_stands_beside_it(string typed, string shown, string? said)
    {
        using var browser = desk.Open("en", Adviser);
        var page = await browser.Page($"/cases/enquiries?from={Uri.EscapeDataString(typed)}");
        page.GetElementById("f-from")!.GetAttribute("value").ShouldBe(shown);
        var error = page.GetElementById("f-from-error");
        if (said is null) { error.ShouldBeNull(); }
        else { error!.TextContent.ShouldContain(said); }
    }

    private static string Tally(IDocument page) =>
        page.QuerySelector("button[name=tally][value=leaflet]")!.ParentElement!.QuerySelector(".fig")!.TextContent;
}

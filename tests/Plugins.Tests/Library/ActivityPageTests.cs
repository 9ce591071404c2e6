using System.Net;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Events;
using Microsoft.Extensions.DependencyInjection;
using Rakvere.Library;

namespace Loim.Plugins.Tests.Library;

public sealed class LibraryHouse() : WebHouse(new LibraryModule())
{
    public const string Staff = "events.read,events.write,library.read,library.write";
}

public sealed class ActivityPageTests(LibraryHouse house) : IClassFixture<LibraryHouse>
{
    private static readonly (string, string)[] Typed =
    [
        ("Kind", "language-cafe"), ("Day", "9.9.2025"), ("Start", "17.30"), ("End", "19.00"), ("Room", "Lugemissaal"), ("Partner", "Rakvere Linnavalitsus"),
        ("Language", "uk"), ("Newcomers", "12"), ("Locals", "5"), ("Returning", "7"),
    ];

    [Fact]
    public async Task Staff_record_a_cafe_and_find_it_in_both_lists()
    {
        using var browser = house.Open("et", LibraryHouse.Staff);
        var form = await browser.Page("/library/activities/new");
        using var answer = await browser.Post(form, "/library/activities/new", "activity", Typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        Row(await browser.Page("/library/activities")).ShouldContain("Lugemissaal");
        (await browser.Page("/library/activities?Kind=culture-event")).QuerySelector(".empty").ShouldNotBeNull();
        Row(await browser.Page("/events")).ShouldContain("17");
        Row(await browser.Page("/events?Q=KEELEkohv")).ShouldContain("17");
        var page = await browser.Page(answer.Headers.Location!.ToString());
        page.QuerySelector("main")!.TextContent.ShouldContain("Rakvere Linnavalitsus");
        var opened = page.QuerySelector(".page-head a[href^='/events/']")!.GetAttribute("href")!;
        (await browser.Page(opened)).QuerySelectorAll(".figure b").Select(b => b.TextContent.Trim()).ShouldBe(["17", "12", "5", "7"]);

        static string Row(IHtmlDocument list) => list.QuerySelectorAll("tbody tr").Select(r => r.TextContent).Single(r => r.Contains("09.09.2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_title_is_shown_in_the_readers_language_or_marked_as_the_one_it_was_written_in()
    {
        var planned = await house.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new NewEvent
        {
            Kind = EventKind.LanguageCafe, Title = "Jõulukohvik", Day = new(2025, 9, 4), Start = new(17, 30), End = new(19, 0), Venue = "Saal", Organiser = "Linn",
        }));
        house.House.Scalar<int>("""UPDATE events_events SET Words = '{"uk":{"title":"Різдвяне кафе"}}' WHERE Title = 'Jõulukohvik' RETURNING 1""");
        async Task<(string Text, string? Lang)> Read(string language)
        {
            using var browser = house.Open(language, LibraryHouse.Staff);
            var title = (await browser.Page($"/library/activities/of/{planned}")).QuerySelector("h1")!;
            return (title.TextContent, title.GetAttribute("lang"));
        }
        (await Read("uk")).ShouldBe(("Різдвяне кафе", null));
        (await Read("et")).ShouldBe(("Jõulukohvik", null));
        (await Read("en")).ShouldBe(("Jõulukohvik", "et"));
    }

    [Fact]
    public async Task What_was_recorded_by_mistake_is_gone_from_both_lists()
    {
        using var browser = house.Open("et", LibraryHouse.Staff);
        var form = await browser.Page("/library/activities/new");
        using var made = await browser.Post(form, "/library/activities/new", "activity", [.. Typed.Where(t => t.Item1 != "Day"), ("Day", "2.9.2025")]);
        var address = made.Headers.Location!.ToString();
        var page = await browser.Page(address);
        var opened = page.QuerySelector(".page-head a[href^='/events/']")!.GetAttribute("href")!;
        using var removed = await browser.Post(page, address, "mistake");
        removed.Headers.Location!.ToString().ShouldEndWith("/library/activities");
        (await browser.Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get(opened)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_written_down_wrong_is_put_right_in_both_halves()
    {
        using var browser = house.Open("en", LibraryHouse.Staff);
        using var made = await browser.Post(await browser.Page("/library/activities/new"), "/library/activities/new", "activity", [.. Typed.Where(t => t.Item1 != "Day"), ("Day", "3.9.2025")]);
        var address = made.Headers.Location!.ToString();
        var form = await browser.Page($"{address}/change");
        form.GetElementById("activity-Room")!.GetAttribute("value").ShouldBe("Lugemissaal");
        using var changed = await browser.Post(form, $"{address}/change", "activity", ("Day", "2.9.2025"), ("Start", "16.00"), ("End", "17.30"), ("Room", "Muusikasaal"), ("Partner", "Rahvamaja"), ("Language", "en"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await changed.Content.ReadAsStringAsync());
        changed.Headers.Location!.ToString().ShouldEndWith(address);
        var facts = (await browser.Page(address)).QuerySelector(".facts")!.TextContent;
        facts.ShouldContain("Muusikasaal");
        facts.ShouldContain("Rahvamaja");
        facts.ShouldContain("12", Case.Sensitive, "the headcount is the event’s");
        facts.ShouldContain("16:00–17:30");
        facts.ShouldContain("Tuesday");
        foreach (var (field, typed) in new[] { ("Day", "16.9.2025"), ("End", "15.00"), ("Day", "") })
        {
            (string, string)[] right = [("Day", "2.9.2025"), ("Start", "16.00"), ("End", "17.30"), ("Room", "Muusikasaal"), ("Partner", "Rahvamaja"), ("Language", "en")];
            using var refused = await browser.Post(form, $"{address}/change", "activity", [.. right.Where(t => t.Item1 != field), (field, typed)]);
            (await Browser.Read(refused)).GetElementById($"activity-{field}-error").ShouldNotBeNull(typed);
        }
    }

    [Fact]
    public async Task A_planned_event_is_offered_taken_up_and_not_recorded_a_second_time_unasked()
    {
        const string form = "/library/activities/new";
        var planned = await house.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new NewEvent
        {
            Kind = EventKind.LanguageCafe, Title = "Sügiskohvik", Day = new(2025, 9, 11), Start = new(17, 30), End = new(19, 0), Venue = "Aed", Organiser = "Linn",
        }));
        using var browser = house.Open("et", LibraryHouse.Staff);
        (string, string)[] sameDay = [.. Typed.Where(t => t.Item1 != "Day"), ("Day", "11.9.2025")];
        using var twice = await browser.Post(await browser.Page(form), form, "activity", sameDay);
        var refused = await Browser.Read(twice);
        refused.GetElementById("activity-Day-error")!.TextContent.ShouldContain("Sügiskohvik");
        refused.GetElementById("activity-Another").ShouldNotBeNull();
        var path = $"/library/activities/of/{planned}";
        refused.QuerySelector($"main .todo a[href='{path}']").ShouldNotBeNull();
        (string, string)[] heads = [("Newcomers", "8"), ("Locals", "4"), ("Returning", "1")];
        (string, string)[] half = [("Room", "Aed"), ("Partner", "Rakvere Linnavalitsus"), ("Language", "et")];
        using var tooMany = await browser.Post(await browser.Page(path), path, "activity", [.. half, ("Newcomers", "8"), ("Locals", "4"), ("Returning", "13")]);
        (await Browser.Read(tooMany)).GetElementById("activity-Returning-error").ShouldNotBeNull();
        using var taken = await browser.Post(await browser.Page(path), path, "activity", [.. half, .. heads]);
        var address = taken.Headers.Location!.ToString();
        var page = await browser.Page(address);
        page.QuerySelector(".page-head a[href^='/events/']")!.GetAttribute("href").ShouldBe($"/events/{planned}");
        (await browser.Get(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is on record");
        using var moved = await browser.Post(await browser.Page($"{address}/change"), $"{address}/change", "activity", [.. half, ("Day", "10.9.2025"), ("Start", "17.30"), ("End", "19.00")]);
        (await Browser.Read(moved)).GetElementById("activity-Day-error")!.TextContent.ShouldContain("kutsuti");
        using var removed = await browser.Post(page, address, "mistake");
        (await browser.Page("/library/activities")).Body!.TextContent.ShouldContain("kalendris alles");
        using var other = await browser.Post(await browser.Page(form), form, "activity", [.. sameDay, ("Title", "Lugemiskohvik"), ("Another", "true")]);
        other.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("Returning", "18")]
    [InlineData("Newcomers", "10001")]
    [InlineData("Newcomers", "")]
    [InlineData("End", "17.00")]
    [InlineData("Day", "16.9.2025")]
    [InlineData("Day", "9.9.25")]
    [InlineData("Language", "fi")]
    [InlineData("Partner", "")]
    public async Task A_wrong_answer_is_named_beside_its_field(string field, string typed)
    {
        using var browser = house.Open("uk", LibraryHouse.Staff);
        var form = await browser.Page("/library/activities/new");
        using var answer = await browser.Post(form, "/library/activities/new", "activity", [.. Typed.Where(t => t.Item1 != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById($"activity-{field}-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_not_over_has_no_headcount_yet()
    {
        const string form = "/library/activities/new";
        Task<Guid> Today(string title, int hour) => house.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new NewEvent
        {
            Kind = EventKind.InfoHour, Title = title, Day = new(2025, 9, 15), Start = new(hour, 30), End = new(hour + 1, 0), Venue = "Saal", Organiser = "Linn",
        }));
        var (over, coming) = (await Today("Hommikutund", 7), await Today("Õhtutund", 17));
        using var browser = house.Open("ru", LibraryHouse.Staff);
        using var answer = await browser.Post(await browser.Page(form), form, "activity", [.. Typed.Where(t => t.Item1 != "Day"), ("Day", "15.9.2025")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Read(answer);
        page.GetElementById("activity-End-error").ShouldNotBeNull("it is nine o'clock");
        (await browser.Page(form)).GetElementById("activity-Day")!.GetAttribute("value").ShouldBe("14.09.2025", "today's is not over: the form begins with the last that is");
        var offered = page.QuerySelectorAll("main .todo a").Select(a => a.GetAttribute("href")).ToList();
        offered.ShouldContain($"/library/activities/of/{over}");
        offered.ShouldNotContain($"/library/activities/of/{coming}");
        (await browser.Get($"/library/activities/of/{coming}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_cafe_needs_a_name()
    {
        using var browser = house.Open("en", LibraryHouse.Staff);
        var form = await browser.Page("/library/activities/new");
        using var answer = await browser.Post(form, "/library/activities/new", "activity", [.. Typed.Where(t => t.Item1 != "Kind"), ("Kind", "culture-event")]);
        (await Browser.Read(answer)).GetElementById("activity-Title-error").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/events")]
    [InlineData("/library/activities/new")]
    [InlineData("/library/courses/new")]
    [InlineData("/library/collections/new")]
    public async Task Library_staff_without_a_permission_stand_before_a_closed_door(string page)
    {
        using var browser = house.Open("et", "library.read");
        (await browser.Get(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

using System.Net;
using AngleSharp.Dom;
using Loim.Core.Tests.Web;
using Loim.Network;

namespace Loim.Core.Tests.Network;

public sealed class NetworkHouse() : WebHouse(new NetworkModule());

public sealed class NetworkPageTests(NetworkHouse house) : IClassFixture<NetworkHouse>
{
    private const string Writer = "network.read,network.write,programme.read";

    [Fact]
    public async Task A_decision_of_one_meeting_stands_on_the_next_agenda_until_it_is_done()
    {
        using var browser = house.Open("en", Writer);
        var organisation = await Add(browser, "/network/organisations/new", "organisation", ("Name", "Töötukassa"), ("Sector", "State"), ("Email", "info@example.ee"));
        var network = await Add(browser, "/network/new", "network", ("Name", "Spetsialistid"), ("State", "Created"), ("Cadence", "0"), ("Paused", "3"));
        await Post(browser, network, "join", ("Organisation", organisation.Split('/')[^1]));
        var first = await Add(browser, $"{network}/meetings/plan", "meeting", ("Day", "01.09.2025"), ("Agenda", "Uudised\nKitsaskohad"));
        await Post(browser, $"{first}/hold", "hold", ("Present", organisation.Split('/')[^1]), ("Guests", "2"), ("Minutes", "Arutati."));
        await Post(browser, first, "decision", ("Task", "Teha ühine infoleht"), ("Doer", "Töötukassa"), ("Due", "08.09.2025"));

        var page = await browser.Page(first);
        page.Body!.TextContent.ShouldContain("Töötukassa");
        page.Body.TextContent.ShouldContain("and 2 guests");

        var next = await browser.Page($"{network}/meetings/plan");
        next.Body!.TextContent.ShouldContain("Teha ühine infoleht");
        next.Body.TextContent.ShouldContain("Overdue: 08.09.2025");
        var task = TaskForm(next);
        using var why = await browser.Post(next, network, task, ("act", "drop"));
        (await Browser.Read(why)).QuerySelector("details[open] .error")!.TextContent.ShouldContain("why it was dropped");
        await Post(browser, network, task, ("act", "done"), ("Outcome", "leht ilmus"));
        (await browser.Page($"{network}/meetings/plan")).Body!.TextContent.ShouldNotContain("Teha ühine infoleht");
        (await browser.Page(first)).Body!.TextContent.ShouldContain("leht ilmus");
        (await browser.Page("/network")).QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Spetsialistid")).TextContent.ShouldContain("pause");

        await Post(browser, first, "again", ("reopen", Guid.Parse(task["task-".Length..]).ToString()));
        TaskForm(await browser.Page(network)).ShouldBe(task, "it was ended by mistake");
    }

    [Fact]
    public async Task A_meeting_without_anybody_is_not_held_and_one_held_by_mistake_is_planned_again()
    {
        using var browser = house.Open("en", Writer);
        var network = await Add(browser, "/network/new", "network", ("Name", "Eksijad"), ("State", "Created"), ("Cadence", "0"));
        var meeting = await Add(browser, $"{network}/meetings/plan", "meeting", ("Day", "01.09.2025"));
        using var empty = await browser.Post(await browser.Page($"{meeting}/hold"), $"{meeting}/hold", "hold", ("Minutes", "Arutati."));
        (await Browser.Read(empty)).QuerySelector("#hold-Present .error")!.TextContent.ShouldContain("who was there");
        await Post(browser, $"{meeting}/hold", "hold", ("Guests", "3"), ("Minutes", "Arutati."));
        var held = (await browser.Page(network)).QuerySelector($".thread li:has(a[href='{meeting}'])")!;
        (held.QuerySelector("a")!.TextContent, held.QuerySelector(".tag")!.TextContent, held.ClassName).ShouldBe(("01.09.2025", "Held", "done"));
        await Post(browser, meeting, "take-back");
        (await browser.Page(network)).QuerySelector(".thread li.bad .tag")!.TextContent.ShouldBe("Planned", "its day is over");
        (await browser.Page($"{meeting}/edit")).QuerySelector("h1").ShouldNotBeNull();
        await Post(browser, $"{meeting}/hold", "hold", ("Guests", "3"));
        await Post(browser, meeting, "decision", ("Task", "Teha leht"), ("Doer", "Linn"));
        (await browser.Page(meeting)).QuerySelector("input[name=_handler][value=take-back]").ShouldBeNull("a decision hangs on it");

        using var early = await browser.Post(await browser.Page(meeting), meeting, "decision", ("Task", "Teha leht"), ("Doer", "Linn"), ("Due", "01.01.2020"));
        (await Browser.Read(early)).QuerySelector("#decision-Due-error")!.TextContent.ShouldContain("01.09.2025");
        var form = (await browser.Page(meeting)).QuerySelector("input[name=_handler][value^='decision-']")!.GetAttribute("value")!;
        await Post(browser, meeting, form, ("Task", "Teha infoleht"), ("Doer", "Töötukassa"), ("Due", "08.09.2025"));
        (await browser.Page(network)).Body!.TextContent.ShouldContain("Teha infoleht");
        await Post(browser, meeting, form, ("Task", "Teha infoleht"), ("Doer", "Töötukassa"), ("act", "remove"));
        (await browser.Page(network)).Body!.TextContent.ShouldNotContain("Teha infoleht");
    }

    private static string TaskForm(IDocument page) => page.QuerySelector("input[name=_handler][value^='task-']")!.GetAttribute("value")!;

    [Fact]
    public async Task A_planned_meeting_is_moved_called_off_and_takes_place_after_all()
    {
        using var browser = house.Open("en", Writer);
        var network = await Add(browser, "/network/new", "network", ("Name", "Liikuvad"), ("State", "Created"), ("Cadence", "0"));
        var meeting = await Add(browser, $"{network}/meetings/plan", "meeting", ("Day", "01.10.2025"), ("Place", "Saal"), ("Agenda", "Uudised\nKitsaskohad"));
        var known = await browser.Page($"{meeting}/edit");
        (known.QuerySelector("#meeting-Place")!.GetAttribute("value"), known.QuerySelector("#meeting-Agenda")!.TextContent.Trim()).ShouldBe(("Saal", "Uudised\nKitsaskohad"));
        (await Post(browser, $"{meeting}/edit", "meeting", ("Day", "08.10.2025"), ("Start", "14.30"), ("Place", "Kohvik"), ("Agenda", "Kitsaskohad"))).AbsolutePath.ShouldBe(meeting);
        var moved = (await browser.Page(meeting)).QuerySelector("main")!.TextContent;
        moved.ShouldContain("Meeting of 08.10.2025");
        moved.ShouldContain("14:30 · Kohvik");
        moved.ShouldNotContain("Uudised");
        await Post(browser, meeting, "state", ("act", "cancel"));
        (await browser.Get($"{meeting}/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Post(browser, meeting, "state", ("act", "resume"));
        (await browser.Page($"{meeting}/edit")).QuerySelector("#meeting-Place")!.GetAttribute("value").ShouldBe("Kohvik");
    }

    [Theory]
    [InlineData("ru", "Консультации", null)]
    [InlineData("en", "Nõustamine", "et")]
    public async Task What_an_organisation_offers_stands_in_the_language_of_the_reader_or_is_marked_as_Estonian(string reader, string offers, string? language)
    {
        using var browser = house.Open(reader, Writer);
        var organisation = await Add(browser, "/network/organisations/new", "organisation", ("Name", "Nõuandla"), ("Sector", "State"), ("Offers", "Nõustamine"), ("OffersRu", "Консультации"));
        foreach (var path in new[] { organisation, "/network/organisations?q=nõuandla" })
        {
            (await browser.Page(path)).QuerySelectorAll("dd, td").First(e => e.TextContent == offers).GetAttribute("lang").ShouldBe(language, path);
        }
    }

    [Fact]
    public async Task A_wrong_address_is_answered_beside_its_field_and_nothing_is_lost()
    {
        using var browser = house.Open("et", Writer);
        var page = await browser.Page("/network/organisations/new");
        using var answer = await browser.Post(page, "/network/organisations/new", "organisation", ("Name", "<b>Selts</b> ' OR 1=1"), ("Sector", "Ngo"), ("Email", "pole aadress"), ("Website", "javascript:alert(1)"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var shown = await Browser.Read(answer);
        shown.QuerySelector("#organisation-Email-error")!.TextContent.ShouldContain("nimi@näide.ee");
        shown.QuerySelector("#organisation-Website-error").ShouldNotBeNull();
        shown.QuerySelector("#organisation-Name")!.GetAttribute("value").ShouldBe("<b>Selts</b> ' OR 1=1");
    }

    [Fact]
    public async Task An_entry_that_nobody_checked_for_a_year_is_found()
    {
        using var browser = house.Open("en", Writer);
        var organisation = await Add(browser, "/network/organisations/new", "organisation", ("Name", "Vana Selts"), ("Sector", "Ngo"));
        (await browser.Page("/network/organisations?state=stale&q=vana")).QuerySelectorAll("tbody th").Select(h => h.TextContent).ShouldNotContain("Vana Selts");
        house.House.Clock.Advance(TimeSpan.FromDays(400));
        (await browser.Page("/network/organisations?state=stale&q=vana")).QuerySelectorAll("tbody th").Select(h => h.TextContent).ShouldContain("Vana Selts");
        await Post(browser, organisation, "entry", ("act", "check"));
        (await browser.Page("/network/organisations?state=stale&q=vana")).QuerySelectorAll("tbody th").Select(h => h.TextContent).ShouldNotContain("Vana Selts");
        house.House.Clock.Advance(-TimeSpan.FromDays(400));
    }

    [Fact]
    public async Task Who_may_only_read_finds_no_button_and_who_may_not_no_page()
    {
        using var writer = house.Open("en", Writer);
        var network = await Add(writer, "/network/new", "network", ("Name", "Vaatajatele"), ("State", "Planned"), ("Cadence", "2"));
        using var reader = house.Open("en", "network.read");
        (await reader.Page(network)).QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        (await reader.Get($"{network}/edit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = house.Open("en", "cases.read");
        (await stranger.Get(network)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> Add(Browser browser, string path, string form, params (string, string)[] typed) =>
        (await Post(browser, path, form, typed)).AbsolutePath;

    private static async Task<Uri> Post(Browser browser, string path, string form, params (string, string)[] typed)
    {
        using var answer = await browser.Post(await browser.Page(path), path, form, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        return new Uri(new Uri("http://house/"), answer.Headers.Location!);
    }
}

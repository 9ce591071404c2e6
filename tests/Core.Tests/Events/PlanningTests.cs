using Loim.Access;
using Loim.Events;
using Loim.Events.Planning;
using Loim.Events.Registrations;
using Loim.People;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

public sealed class PlanningTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    private static readonly DateOnly Day = EventsHouse.Today.AddDays(30);

    [Theory]
    [InlineData("Kesklinn", "Kesklinn", 18, true)]
    [InlineData("Kesklinn", "", 18, true)]
    [InlineData("Kesklinn", "Lilleküla", 18, false)]
    [InlineData("Kesklinn", "Kesklinn", 19, false)]
    public void It_clashes_in_the_same_area_at_overlapping_times(string area, string other, int hour, bool clashes) =>
        Event.Draft(EventsHouse.Cafe(Day) with { Area = area }).ClashesWith(Event.Draft(EventsHouse.Cafe(Day, hour) with { Area = other })).ShouldBe(clashes);

    [Fact]
    public void It_clashes_only_where_the_same_people_could_come()
    {
        var returnees = Event.Draft(EventsHouse.Cafe(Day) with { Groups = [TargetGroup.Returnee] });
        returnees.ClashesWith(Event.Draft(EventsHouse.Cafe(Day) with { Groups = [TargetGroup.NewImmigrant] })).ShouldBeFalse();
        returnees.ClashesWith(Event.Draft(EventsHouse.Cafe(Day) with { Groups = [TargetGroup.NewImmigrant, TargetGroup.Returnee] })).ShouldBeTrue();
        returnees.ClashesWith(Event.Draft(EventsHouse.Cafe(Day))).ShouldBeTrue("that one is for everybody");
        returnees.ClashesWith(returnees).ShouldBeFalse();
    }

    [Fact]
    public void A_series_goes_on_at_the_same_wall_clock_time_over_the_change_of_clocks() =>
        Recurrence.Weekly(new(2025, 10, 21), 1, 2).ShouldBe([new(2025, 10, 21), new(2025, 10, 28)]);

    [Fact]
    public void Listed_days_are_put_in_order_and_doubles_dropped()
    {
        Recurrence.Listed("4.11.2025, 21.10.2025\n21.10.2025;").ShouldBe([new(2025, 10, 21), new(2025, 11, 4)]);
        Recurrence.Listed("21.10.2025, homme").ShouldBeNull();
        Recurrence.Listed(null).ShouldBe([]);
    }

    [Fact]
    public async Task A_series_is_drafted_and_published_together_after_a_warning_that_does_not_refuse()
    {
        var day = EventsHouse.Today.AddDays(60);
        using var browser = web.Open("et", "events.write,events.read");
        await web.Publish(EventsHouse.Cafe(day.AddDays(14)) with { Title = "Naiste klubi" });
        var planning = await browser.Page("/events/new");
        using var saved = await browser.Post(planning, "/events/new", "event", EventsHouse.Typed(EventsHouse.Cafe(day) with { Title = "Sari" }, ("EveryWeeks", "2"), ("Times", "3")));
        var path = saved.Headers.Location!.ToString();
        using var anybody = web.Open("et", "events.read");
        await anybody.Page(path, System.Net.HttpStatusCode.NotFound);
        var warning = await browser.Page(path + "/publish");
        warning.QuerySelector(".notice.warn")!.TextContent.ShouldContain("Naiste klubi");
        using var published = await browser.Post(warning, path + "/publish", "publish");
        (await browser.Page(path)).QuerySelector(".notice.good")!.TextContent.ShouldContain("3");
        await anybody.Page(path);
    }

    [Theory]
    [InlineData("EveryWeeks", "2", "event-Times")]
    [InlineData("Listed", "homme", "event-Listed")]
    [InlineData("Capacity", "0", "event-Capacity")]
    [InlineData("End", "16:00", "event-End")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(string field, string typed, string beside)
    {
        using var browser = web.Open("et", "events.write,events.read");
        var page = await browser.Page("/events/new");
        var answers = EventsHouse.Typed(EventsHouse.Cafe(Day)).Where(t => t.Item1 != field).Append((field, typed)).ToArray();
        using var answer = await browser.Post(page, "/events/new", "event", answers);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        var again = await Loim.Core.Tests.Web.Browser.Read(answer);
        again.GetElementById(beside + "-error").ShouldNotBeNull();
        again.GetElementById("event-Title")!.GetAttribute("value").ShouldBe("Keelekohvik");
    }

    [Theory]
    [InlineData("4", -1, "event-Day", "möödunud päevale")]
    [InlineData("1", 1, "event-Capacity", "2 kohta on juba antud")]
    public async Task What_people_registered_for_is_not_moved_to_the_past_nor_left_with_fewer_seats_than_are_given(string seats, int days, string beside, string says)
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 4));
        await web.House.As(Viewer.Anyone, s => s.GetRequiredService<Registering>().Register(it, new(Guid.NewGuid(), [new("Ivan", Age.Adult), new("Olha", Age.Adult)], "et") { Phone = "5550001" }));
        using var browser = web.Open("et", "events.write,events.read");
        var path = $"/events/{it}/change";
        using var refused = await browser.Post(await browser.Page(path), path, "event", EventsHouse.Typed(EventsHouse.Cafe(EventsHouse.Today.AddDays(days)), ("Capacity", seats)));
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        (await Loim.Core.Tests.Web.Browser.Read(refused)).GetElementById(beside + "-error")!.TextContent.ShouldContain(says);
        using var saved = await browser.Post(await browser.Page(path), path, "event", EventsHouse.Typed(EventsHouse.Cafe(), ("Capacity", "2")));
        saved.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    [Fact]
    public void A_draft_and_what_nobody_registers_for_is_put_on_any_day()
    {
        var (now, earlier) = (Loim.Modules.Days.Instant(EventsHouse.Today, new(9, 0)), EventsHouse.Today.AddDays(-1));
        var draft = Event.Draft(EventsHouse.Cafe(Day, capacity: 4));
        draft.Change(EventsHouse.Cafe(earlier, capacity: 4), 0, now);
        draft.Day.ShouldBe(earlier);
        var open = Event.Draft(EventsHouse.Cafe(Day));
        open.Publish();
        open.Change(EventsHouse.Cafe(earlier), 0, now);
        open.Day.ShouldBe(earlier, "it was held and is written down late");
    }

    [Fact]
    public async Task Who_only_reads_plans_nothing()
    {
        using var browser = web.Open("et", "events.read");
        await browser.Page("/events/new", System.Net.HttpStatusCode.Forbidden);
    }
}

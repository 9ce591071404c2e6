using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Events;
using Loim.Events.Attendance;
using Loim.Events.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

/// <summary>What was recorded wrong of an event is put right, and those whom a change concerns hear of it.</summary>
public sealed class CorrectionTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    private static readonly DateOnly Today = EventsHouse.Today;

    [Fact]
    public async Task What_was_held_can_be_described_anew_but_stays_on_its_day_and_nobody_is_written_to()
    {
        var it = await web.Publish(EventsHouse.Cafe(Today, 18, 20));
        await web.Register(it, "quiet@example.ee", false, "Ivan");
        await web.House.As(Viewer.House, s => s.GetRequiredService<Attending>().Record(it, [], new(3, 2)));
        var letters = web.House.Scalar<int>("SELECT count(*) FROM letters_letters");
        using var organiser = web.Open("et", "events.read,events.write");
        (await organiser.Page($"/events/{it}")).QuerySelector($"a[href='/events/{it}/change']").ShouldNotBeNull();
        var page = await organiser.Page($"/events/{it}/change");
        page.QuerySelectorAll("#event-Day, #event-Start, #event-End, #event-Capacity").ShouldBeEmpty();
        var other = EventsHouse.Cafe(Today.AddDays(5), 10, 3) with { Kind = EventKind.InfoDay, Venue = "Raamatukogu" };
        using var saved = await organiser.Post(page, $"/events/{it}/change", "event", EventsHouse.Typed(other, ("Capacity", "3"), ("Groups", "Returnee")));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var held = await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Events.AsNoTracking().SingleAsync(e => e.Id == it));
        (held.Kind, held.Venue, held.Groups.Count, held.Newcomers).ShouldBe((EventKind.InfoDay, "Raamatukogu", 1, 3));
        (held.Day, held.Start, held.Capacity).ShouldBe((Today, new TimeOnly(18, 30), 20));
        web.House.Scalar<int>("SELECT count(*) FROM letters_letters").ShouldBe(letters);
    }

    [Fact]
    public async Task Nobody_is_written_to_about_what_is_over()
    {
        var it = await web.Publish(EventsHouse.Cafe(Today.AddDays(-2), capacity: 5));
        await web.Write(s => s.GetRequiredService<EventsDb>().Add(Registration.Of(it, 1, new(Guid.NewGuid(), [new("Ivan", Age.Adult)], "et") { Email = "over@example.ee" }, default, s.GetRequiredService<Loim.Data.BlindIndex>())));
        var letters = web.House.Scalar<int>("SELECT count(*) FROM letters_letters");
        using var organiser = web.Open("et", "events.read,events.write");
        using var saved = await organiser.Post(await organiser.Page($"/events/{it}/change"), $"/events/{it}/change", "event", EventsHouse.Typed(EventsHouse.Cafe(Today.AddDays(-3)), ("Capacity", "5")));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        web.House.Scalar<int>("SELECT count(*) FROM letters_letters").ShouldBe(letters);
    }

    [Fact]
    public async Task Attendance_recorded_on_the_wrong_event_is_taken_back_and_nobody_was_there()
    {
        var it = await web.Publish(EventsHouse.Cafe(Today, 18, 20));
        await web.Register(it, "wrong@example.ee", false, "Ivan");
        using var organiser = web.Open("et", "events.read,events.write");
        await EventsHouse.Tick(organiser, it, 1, ("Newcomers", "2"), ("Locals", "1"));
        var page = await organiser.Page($"/events/{it}");
        page.QuerySelector("main details:not([open]) form input[name=_handler][value=uncount]").ShouldNotBeNull();
        using var back = await organiser.Post(page, $"/events/{it}", "uncount");
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var free = await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Events.AsNoTracking().SingleAsync(e => e.Id == it));
        (free.State, free.Newcomers, free.Locals, free.Returning).ShouldBe((EventState.Published, null, null, null));
        (await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Guests.CountAsync(g => g.EventId == it && g.Attended))).ShouldBe(0);
        await EventsHouse.Tick(organiser, it, 1, ("Newcomers", "0"), ("Locals", "0"));
    }

    [Fact]
    public async Task More_who_have_been_before_than_came_is_said_beside_that_field()
    {
        var it = await web.Publish(EventsHouse.Cafe(Today, 8));
        using var organiser = web.Open("en", "events.read,events.write");
        using var refused = await organiser.Post(await organiser.Page($"/events/{it}/attendance"), $"/events/{it}/attendance", "attendance", ("Newcomers", "30"), ("Locals", "3"), ("Returning", "40"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Loim.Core.Tests.Web.Browser.Read(refused)).GetElementById("attendance-Returning-error")!.TextContent.ShouldContain("than came");
    }

    [Fact]
    public async Task Who_left_only_a_telephone_is_listed_to_be_called_until_somebody_has()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 2));
        await web.House.As(Viewer.Anyone, async s =>
        {
            foreach (var phone in new[] { null, "5550001", "5550002" })
            {
                await s.GetRequiredService<Registering>().Register(it, new(Guid.NewGuid(), [new("Olha", Age.Adult)], "et") { Phone = phone, Email = phone is null ? "told@example.ee" : null });
            }
        });
        using var organiser = web.Open("en", "events.read,events.write");
        var list = $"/events/{it}/registrations";
        (await Calls()).ShouldBeEmpty("they were told when they registered");
        using var changed = await organiser.Post(await organiser.Page($"/events/{it}/change"), $"/events/{it}/change", "event", EventsHouse.Typed(EventsHouse.Cafe() with { Venue = "Kohvik" }, ("Capacity", "3")));
        var notice = (await organiser.Page($"/events/{it}")).QuerySelector(".notice.good")!.TextContent;
        notice.ShouldContain("1 letter went out.");
        notice.ShouldContain("2 registrations have no e-mail");
        (await Calls()).ShouldBe(["time or place has changed", "got a seat"]);
        var page = await organiser.Page(list);
        page.QuerySelector("main")!.TextContent.ShouldContain("5550002");
        using var called = await organiser.Post(page, list, "calls", ("called", page.QuerySelector("button[name=called]")!.GetAttribute("value")!));
        (await Calls()).ShouldBe(["got a seat"]);
        using var off = await organiser.Post(await organiser.Page($"/events/{it}"), $"/events/{it}", "cancel");
        (await Calls()).ShouldBe(["the event is off", "the event is off"]);

        async Task<string[]> Calls() => [.. (await organiser.Page(list)).QuerySelectorAll(".todo li .tag").Select(t => t.TextContent)];
    }

    [Fact]
    public async Task A_joint_record_gets_its_line_of_the_plan_and_keeps_its_kind()
    {
        var it = await web.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new()
        {
            Kind = EventKind.LanguageCafe, Title = "Keelekohvik", Day = Today, Start = new(17, 30), End = new(19, 0), Venue = "Saal", Organiser = "Raamatukogu", Attended = new(3, 2), JointWith = "library",
        }));
        using var organiser = web.Open("et", "events.read,events.write");
        var page = await organiser.Page($"/events/{it}/change");
        page.GetElementById("event-Kind").ShouldBeNull();
        (await organiser.Page($"/events/{it}")).QuerySelector("input[name=_handler][value=uncount]").ShouldBeNull("the other module counts it too");
        Should.Throw<EventRefusedException>(() => web.House.As(Viewer.House, s => s.GetRequiredService<Attending>().TakeBack(it))).Rule.ShouldBe(EventRule.TakenUp);
        using var saved = await organiser.Post(page, $"/events/{it}/change", "event", EventsHouse.Typed(EventsHouse.Cafe() with { Kind = EventKind.Training, Venue = "Kohvik" }));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var held = await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Events.AsNoTracking().SingleAsync(e => e.Id == it));
        (held.Kind, held.Venue, held.JointWith).ShouldBe((EventKind.LanguageCafe, "Kohvik", "library"));
    }

    [Fact]
    public async Task A_joint_record_is_moved_by_the_module_that_made_it_and_what_stood_in_the_calendar_is_not()
    {
        var (wrong, right) = (new EventTime(Today.AddDays(-1), new(17, 30), new(19, 0)), new EventTime(Today.AddDays(-2), new(16, 0), new(18, 0)));
        NewEvent At(EventTime time) => new() { Kind = EventKind.LanguageCafe, Title = "Keelekohvik", Day = time.Day, Start = time.Start, End = time.End, Venue = "Saal", Organiser = "Raamatukogu" };
        Task<Guid> Record(NewEvent it) => web.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(it));
        Task Correct(Guid id, string by, EventTime when, Guid? line) => web.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Correct(id, by, when, line));
        async Task<EventRule> Refused(Guid id, string by, EventTime when) => (await Should.ThrowAsync<EventRefusedException>(Correct(id, by, when, null))).Rule;
        async Task<(EventTime, Guid?, int?)> Stands(Guid id) => await web.House.As(Viewer.House, async s =>
            await s.GetRequiredService<EventsDb>().Events.AsNoTracking().SingleAsync(e => e.Id == id) is var it ? (new EventTime(it.Day, it.Start, it.End), it.PlanLine, it.Newcomers) : default);

        var (recorded, line) = (await Record(At(wrong) with { Attended = new(3, 2), JointWith = "library" }), Guid.CreateVersion7());
        await Correct(recorded, "library", right, line);
        (await Stands(recorded)).ShouldBe((right, line, 3));
        (await Refused(recorded, "another", wrong)).ShouldBe(EventRule.TakenUp);
        (await Refused(recorded, "library", right with { End = right.Start })).ShouldBe(EventRule.EndsBeforeItStarts);
        (await Refused(recorded, "library", right with { Day = Today.AddDays(1) })).ShouldBe(EventRule.NotHeldYet);

        var planned = await Record(At(wrong));
        (await Refused(planned, "library", right)).ShouldBe(EventRule.TakenUp);
        await web.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().TakeUp(planned, "library", new(4, 1)));
        (await Refused(planned, "library", right)).ShouldBe(EventRule.Over);
        await Correct(planned, "library", wrong, line);
        (await Stands(planned)).ShouldBe((wrong, line, 4));
    }
}

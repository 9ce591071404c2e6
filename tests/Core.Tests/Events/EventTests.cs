using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.Events;
using Loim.Events.Recording;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

public sealed class EventTests
{
    private static readonly DateOnly Today = new(2025, 9, 15);

    private static NewEvent Cafe(DateOnly day, Headcount? attended = null) => new()
    {
        Kind = EventKind.LanguageCafe, Title = "Keelekohvik", Day = day, Start = new(17, 30), End = new(19, 0),
        Venue = "Saal", Organiser = "Raamatukogu", Attended = attended,
    };

    private static TestHouse House() => TestHouse.With(new EventsModule());

    private static Task<Guid> Record(TestHouse house, NewEvent it) => house.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(it));

    private static Task<List<Evidence>> Evidence(TestHouse house, Viewer viewer, string code) => house.As(viewer, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(Period.Quarter(2025, 3)).ToListAsync());

    private static EventRule Refusal(Action act) => Should.Throw<EventRefusedException>(act).Rule;

    [Fact]
    public void It_ends_after_it_starts_and_is_of_a_known_kind()
    {
        Refusal(() => Event.Plan(Cafe(Today) with { End = new(17, 30) })).ShouldBe(EventRule.EndsBeforeItStarts);
        Refusal(() => Event.Plan(Cafe(Today) with { Kind = "party" })).ShouldBe(EventRule.UnknownKind);
        Event.Plan(Cafe(Today)).State.ShouldBe(EventState.Published);
    }

    [Fact]
    public void Heads_are_counted_from_its_day_on_and_stay_within_reason()
    {
        Refusal(() => Event.Plan(Cafe(Today.AddDays(1))).Hold(new(1, 1), Today)).ShouldBe(EventRule.NotHeldYet);
        Refusal(() => Event.Plan(Cafe(Today)).Hold(new(-1, 0), Today)).ShouldBe(EventRule.HeadcountOutOfRange);
        Refusal(() => Event.Plan(Cafe(Today)).Hold(new(0, Headcount.Most + 1), Today)).ShouldBe(EventRule.HeadcountOutOfRange);
        var held = Event.Plan(Cafe(Today));
        held.Hold(new(0, Headcount.Most), Today).ShouldBeTrue();
        held.Hold(new(12, 5), Today).ShouldBeFalse();
        (held.State, held.Newcomers, held.Locals).ShouldBe((EventState.Held, 12, 5));
    }

    [Fact]
    public void What_was_cancelled_has_no_attendance_and_what_was_held_is_not_cancelled()
    {
        var cancelled = Event.Plan(Cafe(Today));
        cancelled.Cancel();
        Refusal(() => cancelled.Hold(new(1, 1), Today)).ShouldBe(EventRule.Cancelled);
        var held = Event.Plan(Cafe(Today));
        held.Hold(new(1, 1), Today);
        held.Cancel();
        held.State.ShouldBe(EventState.Held);
    }

    [Fact]
    public async Task Figures_count_what_was_held_in_the_period_and_open_onto_it()
    {
        await using var house = House();
        var held = await Record(house, Cafe(Today, new(12, 5)));
        await Record(house, Cafe(Today.AddDays(3)));
        await Record(house, Cafe(new(2025, 6, 30), new(7, 7)));
        var evidence = (await Evidence(house, Viewer.House, "events.participants")).ShouldHaveSingleItem();
        (evidence.Id, evidence.On, evidence.Amount, evidence.Kind).ShouldBe((held, Today, 17, "kind.language-cafe"));
        evidence.Href!.ToLowerInvariant().ShouldBe($"/events/{held}");
        (await Evidence(house, Viewer.House, "events.held")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_read_events_sees_neither_them_nor_their_cards()
    {
        await using var house = House();
        await Record(house, Cafe(Today, new(12, 5)));
        (await Evidence(house, TestHouse.Somebody("events.read"), "events.held")).Count.ShouldBe(1);
        (await Evidence(house, TestHouse.Somebody("cases.read"), "events.held")).ShouldBeEmpty();
        (await house.As(Viewer.Nobody, s => s.GetRequiredService<EventsDb>().Events.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_held_once_in_the_facts_and_refused_together_with_the_callers_work()
    {
        await using var house = House();
        var id = await Record(house, Cafe(Today, new(1, 1)));
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
            s.GetRequiredService<RecordedEvents>().Hold(await s.GetRequiredService<EventsDb>().Events.SingleAsync(e => e.Id == id), new(2, 2))));
        await Should.ThrowAsync<EventRefusedException>(house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
        {
            await s.GetRequiredService<IEvents>().Record(Cafe(Today, new(3, 3)));
            await s.GetRequiredService<IEvents>().Record(Cafe(Today.AddDays(1), new(3, 3)));
        })));
        house.Scalar<long>("SELECT count(*) FROM house_facts").ShouldBe(1);
        house.Scalar<long>("SELECT count(*) FROM events_events").ShouldBe(1);
        house.Scalar<long>("SELECT \"Newcomers\" FROM events_events").ShouldBe(2);
    }
}

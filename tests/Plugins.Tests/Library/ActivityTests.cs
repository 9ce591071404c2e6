using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Events;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rakvere.Library;
using Rakvere.Library.Activities;

namespace Loim.Plugins.Tests.Library;

public sealed class ActivityTests : IAsyncLifetime
{
    private static readonly NewActivity Cafe = new()
    {
        Kind = EventKind.LanguageCafe, Day = new(2025, 9, 9), Start = new(17, 30), End = new(19, 0), Room = "Saal", Language = "et", Partner = "Rakvere Linnavalitsus",
        Attended = new(12, 5, 7),
    };

    private readonly TestHouse house = TestHouse.With(new LibraryModule());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    private Task<Guid> Enter(NewActivity activity) => house.As(Viewer.House, s => s.GetRequiredService<ActivityBook>().Enter(activity));

    [Fact]
    public async Task A_joint_record_is_counted_once_from_its_event()
    {
        var id = await Enter(Cafe);
        var figures = await house.As(Viewer.House, async s =>
        {
            var values = new Dictionary<string, long>();
            foreach (var figure in s.GetServices<IIndicator>())
            {
                var evidence = figure.Evidence(Period.Year(2025));
                values[figure.Code] = figure.Aggregate == Aggregate.Sum ? await evidence.SumAsync(e => e.Amount) : await evidence.CountAsync();
            }
            return values;
        });
        figures.Where(f => f.Value > 0).ToDictionary()
            .ShouldBe(new Dictionary<string, long> { ["events.held"] = 1, ["events.participants"] = 17, ["events.returning"] = 7 }, ignoreOrder: true);
        var half = await house.As(Viewer.House, s => s.GetRequiredService<LibraryDb>().Activities.AsNoTracking().SingleAsync());
        (half.Id, half.Room, half.Language, half.Partner).ShouldBe((id, "Saal", "et", "Rakvere Linnavalitsus"));
    }

    [Fact]
    public async Task What_the_event_refuses_leaves_neither_half()
    {
        await Should.ThrowAsync<EventRefusedException>(Enter(Cafe with { End = new(17, 0) }));
        await Should.ThrowAsync<EventRefusedException>(Enter(Cafe with { Day = new(2025, 9, 16) }));
        await Should.ThrowAsync<EventRefusedException>(Enter(Cafe with { Attended = new(12, 5, 18) }));
        house.Scalar<long>("SELECT (SELECT count(*) FROM events_events) + (SELECT count(*) FROM library_activities)").ShouldBe(0);
    }

    [Fact]
    public async Task A_planned_event_that_is_taken_up_is_one_event_and_stands_in_the_calendar_again_when_that_is_undone()
    {
        var planned = await Plan();
        var half = new Activity { EventId = planned, Room = "Saal", Language = "et", Partner = "Rakvere Linnavalitsus" };
        await Book(b => b.TakeUp(half, new(9, 3, 2)));
        (await Card(planned)).ShouldBe((EventState.Held, "library", 9, 3));
        house.Scalar<long>("SELECT count(*) FROM events_events").ShouldBe(1);
        (await Should.ThrowAsync<EventRefusedException>(Book(b => b.TakeUp(new Activity { EventId = planned, Room = "Teine", Language = "et", Partner = "-" }, new(1, 1)))))
            .Rule.ShouldBe(EventRule.TakenUp);
        (await house.As(Viewer.House, s => s.GetRequiredService<ActivityBook>().Remove(half.Id))).ShouldBeTrue();
        (await Card(planned)).ShouldBe((EventState.Published, null, null, null));
        house.Scalar<long>("SELECT count(*) FROM library_activities").ShouldBe(0);
    }

    [Fact]
    public async Task What_was_counted_before_the_library_came_stays_counted_when_it_goes()
    {
        var counted = await Plan(new Headcount(5, 2));
        var half = new Activity { EventId = counted, Room = "Saal", Language = "et", Partner = "Rakvere Linnavalitsus" };
        await Book(b => b.TakeUp(half, null));
        (await Card(counted)).ShouldBe((EventState.Held, "library", 5, 2));
        await house.As(Viewer.House, s => s.GetRequiredService<ActivityBook>().Remove(half.Id));
        (await Card(counted)).ShouldBe((EventState.Held, null, 5, 2));
    }

    [Fact]
    public async Task What_is_not_over_or_not_counted_is_not_taken_up()
    {
        var (later, open) = (await Plan(day: new(2025, 9, 16)), await Plan());
        Task TakeUp(Guid id, Headcount? heads) => Book(b => b.TakeUp(new Activity { EventId = id, Room = "Saal", Language = "et", Partner = "-" }, heads));
        (await Should.ThrowAsync<EventRefusedException>(TakeUp(later, new(1, 1)))).Rule.ShouldBe(EventRule.NotHeldYet);
        (await Should.ThrowAsync<EventRefusedException>(TakeUp(open, null))).Rule.ShouldBe(EventRule.NotHeldYet);
        (await Should.ThrowAsync<EventRefusedException>(TakeUp(Guid.NewGuid(), new(1, 1)))).Rule.ShouldBe(EventRule.TakenUp);
        (await Card(open)).ShouldBe((EventState.Published, null, null, null));
        house.Scalar<long>("SELECT count(*) FROM library_activities").ShouldBe(0);
    }

    private Task Book(Func<ActivityBook, Task> act) => house.As(Viewer.House, s => act(s.GetRequiredService<ActivityBook>()));

    /// <summary>The municipality's own, without the library.</summary>
    private Task<Guid> Plan(Headcount? attended = null, DateOnly? day = null) => house.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new NewEvent
    {
        Kind = EventKind.LanguageCafe, Title = "Keelekohvik", Day = day ?? new(2025, 9, 9), Start = new(17, 30), End = new(19, 0), Venue = "Saal", Organiser = "Linn", Attended = attended,
    }));

    private Task<(EventState, string?, int?, int?)> Card(Guid id) => house.As(Viewer.House, async s =>
    {
        var card = await s.GetRequiredService<LibraryDb>().Set<EventCard>().AsNoTracking().SingleAsync(e => e.Id == id);
        return (card.State, card.JointWith, card.Newcomers, card.Locals);
    });

    [Fact]
    public async Task Only_the_library_sees_its_activities()
    {
        await Enter(Cafe);
        Task<int> Seen(params string[] permissions) => house.As(TestHouse.Somebody(permissions), s => s.GetRequiredService<LibraryDb>().Activities.CountAsync());
        (await Seen("library.read")).ShouldBe(1);
        (await Seen("events.read")).ShouldBe(0);
    }
}

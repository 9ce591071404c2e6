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
    public async Task Only_the_library_sees_its_activities()
    {
        await Enter(Cafe);
        Task<int> Seen(params string[] permissions) => house.As(TestHouse.Somebody(permissions), s => s.GetRequiredService<LibraryDb>().Activities.CountAsync());
        (await Seen("library.read")).ShouldBe(1);
        (await Seen("events.read")).ShouldBe(0);
    }
}

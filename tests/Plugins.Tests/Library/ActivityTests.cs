using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Events;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rakvere.Library;

namespace Loim.Plugins.Tests.Library;

public sealed class CafeTests
{
    private static readonly NewCafe Cafe = new()
    {
        Day = new(2025, 9, 9), Start = new(17, 30), End = new(19, 0), Room = "Saal", Language = "et", Attended = new(12, 5), Returning = 7,
    };

    private static TestHouse House() => TestHouse.With(new LibraryModule());

    private static Task<Guid> Enter(TestHouse house, NewCafe cafe) => house.As(Viewer.House, s => s.GetRequiredService<CafeBook>().Enter(cafe));

    [Fact]
    public async Task A_cafe_is_counted_once_from_its_event()
    {
        await using var house = House();
        var id = await Enter(house, Cafe);
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
        figures.Where(f => f.Value > 0).ToDictionary().ShouldBe(new Dictionary<string, long> { ["events.held"] = 1, ["events.participants"] = 17 }, ignoreOrder: true);
        var half = await house.As(Viewer.House, s => s.GetRequiredService<LibraryDb>().Cafes.AsNoTracking().SingleAsync());
        (half.EventId, half.Room, half.Language, half.Returning).ShouldBe((id, "Saal", "et", 7));
    }

    [Fact]
    public async Task What_the_event_refuses_leaves_neither_half()
    {
        await using var house = House();
        await Should.ThrowAsync<EventRefusedException>(Enter(house, Cafe with { End = new(17, 0) }));
        await Should.ThrowAsync<EventRefusedException>(Enter(house, Cafe with { Day = new(2025, 9, 16) }));
        house.Scalar<long>("SELECT (SELECT count(*) FROM events_events) + (SELECT count(*) FROM library_cafes)").ShouldBe(0);
    }

    [Fact]
    public void Nobody_returns_who_did_not_come()
    {
        Rakvere.Library.Cafe.MayReturn(17, new(12, 5)).ShouldBeTrue();
        Rakvere.Library.Cafe.MayReturn(18, new(12, 5)).ShouldBeFalse();
        Rakvere.Library.Cafe.MayReturn(-1, new(12, 5)).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_library_sees_its_cafes()
    {
        await using var house = House();
        await Enter(house, Cafe);
        Task<int> Seen(params string[] permissions) => house.As(TestHouse.Somebody(permissions), s => s.GetRequiredService<LibraryDb>().Cafes.CountAsync());
        (await Seen("library.read")).ShouldBe(1);
        (await Seen("events.read")).ShouldBe(0);
    }
}

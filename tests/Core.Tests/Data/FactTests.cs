using Loim.Access;
using Loim.Core.Tests.Visits;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Loim.Core.Tests.Data;

public sealed class FactTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static Task Happen(TestHouse house, Guid visit) => Record(house, new VisitMade(visit));

    private static Task Record(TestHouse house, IFact fact) => house.As(Viewer.House, s =>
    {
        var work = s.GetRequiredService<Work>();
        return work.Do(() => work.Record(fact));
    });

    private static FactPump Pump(TestHouse house) => house.Services.GetServices<IHostedService>().OfType<FactPump>().Single();

    private static Task AtHead(TestHouse house) => house.As(Viewer.House, s =>
        s.GetRequiredService<Work>().Do(() => s.GetRequiredService<HouseDb>().Add(new Cursor { Module = "visits", Number = 0 })));

    [Fact]
    public async Task Facts_arrive_in_order_and_a_handlers_work_is_one_with_the_cursors_step()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await AtHead(house);
        var visits = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var visit in visits) { await Happen(house, visit); }
        var seen = house.Services.GetRequiredService<Seen>();
        seen.FailuresLeft = 2;
        house.Activation.Signal();
        await Pump(house).StartAsync(default);
        for (var i = 0; i < 5; i++) { (await seen.Handled.WaitAsync(Patience)).ShouldBeTrue(); }
        await Pump(house).StopAsync(default);
        seen.Visits.ShouldBe(visits);
        house.Scalar<int>("SELECT count(*) FROM visits_visits").ShouldBe(5, "the two attempts that failed left nothing");
    }

    [Fact]
    public async Task A_fact_that_keeps_failing_is_parked_and_the_next_one_arrives()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await AtHead(house);
        await Happen(house, Guid.CreateVersion7());
        var next = Guid.CreateVersion7();
        await Happen(house, next);
        var seen = house.Services.GetRequiredService<Seen>();
        seen.FailuresLeft = 5;
        house.Activation.Signal();
        await Pump(house).StartAsync(default);
        (await seen.Handled.WaitAsync(Patience)).ShouldBeTrue();
        await Pump(house).StopAsync(default);
        seen.Visits.ShouldBe([next]);
        house.Scalar<string>("SELECT Module || ' ' || Fact || ' ' || Reason FROM house_parked_facts").ShouldBe("visits 1 asked to fail");
        house.Faults.Recent.ShouldContain(f => f.Module == "visits" && f.Phase.StartsWith("handler"));
    }

    [Fact]
    public async Task A_module_switched_on_for_the_first_time_starts_at_the_head()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await Happen(house, Guid.CreateVersion7());
        house.Activation.Signal();
        await Pump(house).StartAsync(default);
        var later = Guid.CreateVersion7();
        await Happen(house, later);
        var seen = house.Services.GetRequiredService<Seen>();
        (await seen.Handled.WaitAsync(Patience)).ShouldBeTrue();
        await Pump(house).StopAsync(default);
        seen.Visits.ShouldBe([later]);
    }

    [Fact]
    public async Task Facts_that_nobody_handles_are_passed_over_and_wake_nobody()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await AtHead(house);
        house.Activation.Signal();
        await Pump(house).StartAsync(default);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var bell = house.Parts.Facts.Rung([typeof(VisitMade).FullName!]);
        await Unheard(house, 3);
        bell.IsCompleted.ShouldBeFalse();
        await Happen(house, first);
        await bell.WaitAsync(Patience);
        await Unheard(house, 2);
        await Happen(house, second);
        var seen = house.Services.GetRequiredService<Seen>();
        for (var i = 0; i < 2; i++) { (await seen.Handled.WaitAsync(Patience)).ShouldBeTrue(); }
        await Pump(house).StopAsync(default);
        seen.Visits.ShouldBe([first, second]);
    }

    private static async Task Unheard(TestHouse house, int times)
    {
        for (var i = 0; i < times; i++) { await Record(house, new NobodyListens()); }
    }

    public sealed record NobodyListens : IFact;
}

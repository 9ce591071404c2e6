using Loim.Administration.ParkedFacts;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Visits;
using Loim.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Administration;

public sealed class ParkedFactTests : IAsyncLifetime
{
    private readonly TestHouse house = TestHouse.With(new VisitsModule());
    private readonly Access.Viewer administrator = TestHouse.Somebody("administration.health");
    private readonly Guid visit = Guid.CreateVersion7();

    public Task InitializeAsync() => house.As(administrator, s =>
    {
        var db = s.GetRequiredService<HouseDb>();
        var work = s.GetRequiredService<Work>();
        return work.Do(async () =>
        {
            work.Record(new VisitMade(visit));
            await Task.CompletedTask;
            db.Add(new ParkedFact { Module = "visits", Fact = 1, Reason = "asked to fail", At = house.Clock.GetUtcNow().UtcDateTime });
        });
    });

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_retry_puts_the_fact_through_its_handlers_and_ends_the_parking()
    {
        (await Retry()).ShouldBeNull();
        Seen.Visits.ShouldBe([visit]);
        Parked.ShouldBe(0);
        house.Scalar<int>("SELECT count(*) FROM visits_visits").ShouldBe(1);
        house.Scalar<string>("SELECT Who FROM house_audit WHERE Action = 'retry'").ShouldBe("Test Tester");
    }

    [Fact]
    public async Task A_retry_in_vain_leaves_it_parked_with_the_new_reason_and_nothing_written()
    {
        Seen.FailuresLeft = 1;
        (await Retry()).ShouldBe("asked to fail");
        Parked.ShouldBe(1);
        house.Scalar<int>("SELECT count(*) FROM visits_visits").ShouldBe(0);
    }

    [Fact]
    public async Task Letting_go_ends_the_parking_without_the_handlers()
    {
        await house.As(administrator, async s => await s.GetRequiredService<ParkedFactKeeper>().LetGo((await s.GetRequiredService<HouseDb>().ParkedFacts.SingleAsync()).Id));
        Parked.ShouldBe(0);
        Seen.Visits.ShouldBeEmpty();
    }

    private Seen Seen => house.Services.GetRequiredService<Seen>();

    private int Parked => house.Scalar<int>("SELECT count(*) FROM house_parked_facts");

    private Task<string?> Retry() => house.As(administrator, async s =>
        await s.GetRequiredService<ParkedFactKeeper>().Retry(await s.GetRequiredService<HouseDb>().ParkedFacts.AsNoTracking().SingleAsync(), default));
}

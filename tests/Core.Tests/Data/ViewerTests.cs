using Loim.Access;
using Loim.Core.Tests.Visits;
using Loim.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Data;

public sealed class ViewerTests
{
    private static Task<int> Count(TestHouse house, Viewer viewer) => house.As(viewer, s => s.GetRequiredService<VisitsDb>().Visits.CountAsync());

    private static async Task<TestHouse> HouseWithTwoUnits()
    {
        var house = TestHouse.With(new VisitsModule());
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<VisitsDb>().AddRange(
            new Visit { Name = new("a"), Unit = 1 }, new Visit { Name = new("b"), Unit = 2 })));
        return house;
    }

    [Fact]
    public async Task A_lease_has_the_rights_of_its_own_request_alone()
    {
        await using var house = await HouseWithTwoUnits();
        (await Count(house, Viewer.House)).ShouldBe(2);
        (await Count(house, TestHouse.Somebody("visits.read"))).ShouldBe(1);
        (await Count(house, TestHouse.Somebody())).ShouldBe(0);
        (await Count(house, Viewer.Nobody)).ShouldBe(0);
        (await Count(house, Viewer.House)).ShouldBe(2);
    }

    [Fact]
    public async Task A_context_is_given_back_once_and_never_taken_from_the_next_request()
    {
        await using var house = await HouseWithTwoUnits();
        await using var first = house.Services.CreateAsyncScope();
        var given = first.ServiceProvider.GetRequiredService<VisitsDb>();
        // A container disposes the newest first: the context, then the leases; between the two another request may come.
        await given.DisposeAsync();
        await house.As(Viewer.House, async s =>
        {
            s.GetRequiredService<VisitsDb>().ShouldBeSameAs(given);
            first.ServiceProvider.GetRequiredService<Leases>().Dispose();
            (await s.GetRequiredService<VisitsDb>().Visits.CountAsync()).ShouldBe(2);
        });
    }

    [Fact]
    public async Task Without_a_viewer_no_table_has_rows_even_one_that_declares_no_filter()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<HouseDb>().Add(new Setting { Module = "m", Name = "n", Value = "v" })));
        (await house.As(Viewer.Nobody, s => s.GetRequiredService<HouseDb>().Settings.CountAsync())).ShouldBe(0);
        (await house.As(Viewer.Anyone, s => s.GetRequiredService<HouseDb>().Settings.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_true_does_not_depend_on_who_asks()
    {
        await using var house = await HouseWithTwoUnits();
        (await house.As(TestHouse.Somebody(), s => s.GetRequiredService<House<VisitsDb>>().Db.Visits.CountAsync())).ShouldBe(2);
        (await house.As(TestHouse.Somebody(), s => s.GetRequiredService<VisitsDb>().Visits.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Thirty_containers_in_one_process_keep_working()
    {
        for (var generation = 0; generation < 30; generation++)
        {
            await using var house = TestHouse.With(new VisitsModule());
            (await Count(house, Viewer.House)).ShouldBe(0);
        }
    }
}

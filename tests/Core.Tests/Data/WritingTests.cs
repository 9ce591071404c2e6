using Loim.Access;
using Loim.Core.Tests.Visits;
using Loim.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Data;

public sealed class WritingTests
{
    private static Visit NewVisit(string name = "Õie", int unit = 1) => new() { Name = new(name), Unit = unit };

    [Fact]
    public async Task A_change_its_fact_and_its_audit_row_are_one()
    {
        await using var house = TestHouse.With(new VisitsModule());
        var visit = NewVisit();
        await house.As(Viewer.House, async s =>
        {
            var work = s.GetRequiredService<Work>();
            await work.Do(() => { s.GetRequiredService<VisitsDb>().Add(visit); work.Record(new VisitMade(visit.Id)); });
        });
        house.Scalar<int>("SELECT count(*) FROM visits_visits").ShouldBe(1);
        house.Scalar<int>("SELECT count(*) FROM house_facts").ShouldBe(1);
        house.Scalar<string>("SELECT Action || ' ' || What FROM house_audit").ShouldBe($"add visits_visits {visit.Id}");
    }

    [Fact]
    public async Task What_throws_leaves_nothing_and_the_scope_can_go_on()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await house.As(Viewer.House, async s =>
        {
            var (work, db) = (s.GetRequiredService<Work>(), s.GetRequiredService<VisitsDb>());
            await Should.ThrowAsync<InvalidOperationException>(work.Do(() =>
            {
                db.Add(NewVisit());
                work.Record(new VisitMade(Guid.Empty));
                throw new InvalidOperationException("no");
            }));
            db.ChangeTracker.Entries().ShouldBeEmpty();
            await work.Do(() => db.Add(NewVisit("Aadu")));
        });
        house.Scalar<int>("SELECT count(*) FROM visits_visits").ShouldBe(1);
        house.Scalar<int>("SELECT count(*) FROM house_facts").ShouldBe(0);
        house.Scalar<int>("SELECT count(*) FROM house_audit").ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_saves_outside_of_a_unit_of_work()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await house.As(Viewer.House, async s =>
        {
            var db = s.GetRequiredService<VisitsDb>();
            db.Add(NewVisit());
#pragma warning disable RS0030 // That it is refused is what is tested.
            await Should.ThrowAsync<InvalidOperationException>(async () => await db.SaveChangesAsync());
            Should.Throw<InvalidOperationException>(() => db.SaveChanges());
#pragma warning restore RS0030
        });
        house.Scalar<int>("SELECT count(*) FROM visits_visits").ShouldBe(0);
    }

    [Fact]
    public async Task Sixteen_writers_with_failures_between_them_lose_and_mix_nothing()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                var fails = i % 5 == 4;
                await house.As(Viewer.House, async s =>
                {
                    var (work, db) = (s.GetRequiredService<Work>(), s.GetRequiredService<VisitsDb>());
                    var write = work.Do(() =>
                    {
                        db.Add(NewVisit($"w{writer} {i}"));
                        work.Record(new VisitMade(Guid.CreateVersion7()));
                        if (fails) { throw new InvalidOperationException("on purpose"); }
                    });
                    if (fails) { await Should.ThrowAsync<InvalidOperationException>(write); } else { await write; }
                });
            }
        })));
        house.Scalar<int>("SELECT count(*) FROM visits_visits").ShouldBe(16 * 16);
        house.Scalar<int>("SELECT count(*) FROM house_facts").ShouldBe(16 * 16);
        house.Scalar<int>("SELECT max(Number) - count(*) FROM house_audit").ShouldBe(0);
    }

    [Fact]
    public async Task A_second_lease_joins_the_unit_of_work_that_is_under_way()
    {
        await using var house = TestHouse.With(new VisitsModule());
        await house.As(TestHouse.Somebody("visits.read"), async s =>
        {
            var work = s.GetRequiredService<Work>();
            await work.Do(async () =>
            {
                s.GetRequiredService<VisitsDb>().Add(NewVisit());
                await work.Do(() => s.GetRequiredService<HouseDb>().Add(new Setting { Module = "m", Name = "n", Value = "v" }));
                (await s.GetRequiredService<House<VisitsDb>>().Db.Visits.CountAsync()).ShouldBe(0);
            });
            (await s.GetRequiredService<House<VisitsDb>>().Db.Visits.CountAsync()).ShouldBe(1);
        });
        house.Scalar<int>("SELECT count(*) FROM house_settings").ShouldBe(1);
    }
}

using System.Globalization;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Data;
using Loim.DataProtection;
using Loim.DataProtection.Keeping;
using Loim.DataProtection.Register;
using Loim.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.DataProtection;

/// <summary>What is over its time goes by itself, is shown before it goes, and nothing else goes.</summary>
public sealed class KeepingTests : IAsyncDisposable
{
    private readonly TestHouse house = TestHouse.With(new Loim.Cases.CasesModule());

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task The_first_round_is_a_trial_and_the_next_one_forgets_what_is_over_its_time()
    {
        var person = await Added("Mari", "Maasikas");
        house.Clock.Advance(TimeSpan.FromDays(6 * 365));
        (await Run()).IsTrial.ShouldBeTrue();
        Erased(person).ShouldBeFalse();
        house.Clock.Advance(TimeSpan.FromDays(1));
        var run = await Run();
        run.Lines.Single(l => l.What == "retention.person").ShouldSatisfyAllConditions(l => l.Due.ShouldBe(1), l => l.Forgotten.ShouldBe(1), l => l.Trouble.ShouldBeNull());
        Erased(person).ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await Run()).Lines.Sum(l => l.Forgotten + l.Due).ShouldBe(0);
    }

    [Fact]
    public async Task A_module_that_fails_is_named_and_stops_no_other()
    {
        await using var other = TestHouse.With(new Loim.Cases.CasesModule(), new Stubborn.StubbornModule());
        KeepingRun run = null!;
        await other.As(Viewer.House, async s => run = await s.GetRequiredService<Keeper>().Run(isTrial: false, default));
        run.Lines.Single(l => l.Trouble is not null).ShouldSatisfyAllConditions(l => l.Module.ShouldBe("stubborn"), l => l.Trouble.ShouldBe(nameof(InvalidOperationException)));
        run.Lines.Count.ShouldBeGreaterThan(1);
        other.Faults.Recent.ShouldHaveSingleItem().Module.ShouldBe("stubborn");
    }

    [Fact]
    public async Task Somebody_whom_a_module_served_within_the_time_stays_on_the_register()
    {
        var (served, gone) = (await Added("Mari", "Maasikas"), await Added("Jüri", "Juurikas"));
        await Run();
        house.Clock.Advance(TimeSpan.FromDays(6 * 365));
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
            s.GetRequiredService<Loim.Cases.CasesDb>().Add(Loim.Cases.Casework.Case.Open(served, "eluase", TestHouse.Somebody("cases.casework"), new(2025, 9, 15)))));
        await Run();
        (Erased(served), Erased(gone)).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_period_of_the_municipality_comes_before_the_module_s_own()
    {
        var person = await Added("Mari", "Maasikas");
        await Run();
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
        {
            var period = new Period { Module = "people", What = "retention.person" };
            period.Set(30, "andmekaitsespetsialist", "dokumentide loetelu 4-2", "Test", house.Clock.GetUtcNow().UtcDateTime);
            s.GetRequiredService<DataProtectionDb>().Add(period);
        }));
        await house.As(Viewer.House, async s =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            (await s.GetRequiredService<RegisterBook>().Modules()).SelectMany(m => m.Lines).First(l => l.Table == "People")
                .ShouldSatisfyAllConditions(l => l.Kept.ShouldBe("30 days"), l => l.Ground.ShouldBe("dokumentide loetelu 4-2"));
        });
        house.Clock.Advance(TimeSpan.FromDays(25));
        (await Run()).Lines.Single(l => l.What == "retention.person").Coming.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(6));
        await Run();
        Erased(person).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Period.Longest + 1)]
    public void Nothing_is_kept_for_ever_and_nothing_for_no_time(int days) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Period { Module = "people", What = "x" }.Set(days, "owner", "ground", "by", default));

    [Fact]
    public void A_period_has_an_owner_and_a_ground() =>
        Should.Throw<ArgumentException>(() => new Period { Module = "people", What = "x" }.Set(5, "owner", " ", "by", default));

    [Fact]
    public async Task A_withdrawn_consent_is_proof_for_its_time_and_goes_then()
    {
        var person = await Added("Mari", "Maasikas");
        await house.As(Viewer.House, async s =>
        {
            await s.GetRequiredService<IConsents>().Give(person, ConsentPurpose.News, "et");
            await s.GetRequiredService<IConsents>().Withdraw(person, ConsentPurpose.News);
        });
        await Run();
        house.Clock.Advance(TimeSpan.FromDays(2 * 365));
        await Run();
        Consents().ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(366));
        await Run();
        Consents().ShouldBe(0);

        int Consents() => house.Scalar<int>("SELECT count(*) FROM people_consents");
    }

    private async Task<Guid> Added(string given, string family)
    {
        var person = Crowd.Person(given, family);
        await house.Add(person);
        return person.Id;
    }

    private bool Erased(Guid person) => house.Scalar<int>($"SELECT count(*) FROM people_people WHERE \"Id\" = '{person.ToString().ToUpperInvariant()}' AND \"ErasedAt\" IS NOT NULL") == 1;

    private Task<KeepingRun> Run() => house.As(Viewer.House, async s =>
    {
        await s.GetRequiredService<KeepInTime>().Run(default);
        return await s.GetRequiredService<DataProtectionDb>().Runs.AsNoTracking().Include(r => r.Lines).OrderByDescending(r => r.At).FirstAsync();
    });
}

using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Loim.People.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tallinn.MentalHealth;
using Tallinn.MentalHealth.Referrals;
using Tallinn.MentalHealth.Sessions;

namespace Loim.Plugins.Tests.MentalHealth;

/// <summary>Who stands inside the wall, and that nobody else reaches a row.</summary>
public sealed class WallTests : IAsyncLifetime
{
    private readonly TestHouse house = TestHouse.With(new MentalHealthModule());
    private readonly Viewer referrer = TestHouse.Somebody("people.read", "people.write", "cases.read", "cases.write", "mental-health.refer");
    private readonly Viewer specialist = TestHouse.Somebody("mental-health.treat");
    private readonly Viewer colleague = TestHouse.Somebody("mental-health.treat");
    private readonly Person client = Crowd.Person("Marichka", "Dolynna");
    private readonly Person other = Crowd.Person("Ostap", "Dolynnyi");
    private Referral referral = default!;

    public static TheoryData<string> Outside =>
    [
        "programme.read,programme.write,people.read,cases.read,events.read",
        "people.read,people.write,cases.read,cases.write,mental-health.refer",
        "events.read,events.write,library.read,library.write",
        "administration.modules,administration.audit,accounts.manage",
    ];

    public async Task InitializeAsync()
    {
        await house.Add(client, other);
        referral = Referral.Send(client.Id, "Soovib rääkida oma keeles", SpokenLanguage.Ukrainian, referrer.Account, Now);
        await Do(referrer, db => db.Add(referral));
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public void Whoever_was_met_or_has_gone_is_not_given_back_to_the_queue()
    {
        referral.Accept(specialist.Account, Now).ShouldBeTrue();
        referral.Release(met: true);
        (referral.State, referral.Specialist).ShouldBe((ReferralState.Accepted, specialist.Account));
        referral.Close();
        referral.Release(met: false);
        referral.State.ShouldBe(ReferralState.Closed);
    }

    [Theory, MemberData(nameof(Outside))]
    public async Task Who_stands_outside_reaches_no_row(string permissions)
    {
        var outsider = TestHouse.Somebody(permissions.Split(','));
        await Nothing(outsider);
        await AcceptAndMeet();
        await Nothing(outsider);
        (await Sessions(Viewer.House)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Specialists_see_the_queue_and_no_name_until_one_of_them_accepts()
    {
        (await Read(colleague, db => db.Referrals.CountAsync())).ShouldBe(1);
        (await Read(colleague, db => db.Set<PersonCard>().CountAsync())).ShouldBe(0);
        await AcceptAndMeet();
        (await Read(colleague, db => db.Referrals.CountAsync())).ShouldBe(0);
        (await Read(specialist, db => db.Referrals.CountAsync())).ShouldBe(1);
        (await Read(specialist, db => db.Set<PersonCard>().Select(c => c.Id).ToListAsync())).ShouldBe([client.Id]);
        (await Sessions(specialist)).Count.ShouldBe(1);
        (await Sessions(colleague)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_one_who_referred_sees_the_state_of_own_referrals_alone()
    {
        await AcceptAndMeet();
        (await Read(referrer, db => db.Statuses.Select(r => r.State).SingleAsync())).ShouldBe(ReferralState.Accepted);
        (await Read(TestHouse.Somebody("mental-health.refer"), db => db.Statuses.CountAsync())).ShouldBe(0);
        (await Read(referrer, db => db.Referrals.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_client_has_one_specialist_and_is_met_by_no_other()
    {
        await AcceptAndMeet();
        referral.Accept(specialist.Account, Now).ShouldBeTrue();
        referral.Accept(colleague.Account, Now).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => referral.Meet(colleague.Account, Today, 50, null));
        referral.Close();
        Should.Throw<InvalidOperationException>(() => referral.Meet(specialist.Account, Today, 50, null));
    }

    [Fact]
    public async Task Only_the_count_leaves_the_wall()
    {
        await AcceptAndMeet();
        (await Figure(Viewer.House)).ShouldHaveSingleItem().Person.ShouldBeNull();
        (await Figure(TestHouse.Somebody("programme.read", "people.read", "cases.read"))).ShouldBeEmpty();
        (await Figure(specialist)).ShouldHaveSingleItem().Href!.ToLowerInvariant().ShouldBe($"/mental-health/clients/{referral.Id}");
    }

    [Fact]
    public async Task A_group_is_a_day_and_a_number_of_heads_that_only_who_held_it_opens()
    {
        await Do(specialist, db => db.Add(new GroupSession
        {
            Specialist = specialist.Account, Day = Today, Minutes = 90, Language = SpokenLanguage.Russian, Participants = 7, PlanLine = null,
        }));
        (await Figure(Viewer.House, "mental-health.group-sessions")).ShouldHaveSingleItem().Person.ShouldBeNull();
        (await Figure(Viewer.House, "mental-health.group-participants")).Sum(e => e.Amount).ShouldBe(7);
        (await Figure(specialist, "mental-health.group-sessions")).Count.ShouldBe(1);
        foreach (var other in new[] { colleague, referrer, TestHouse.Somebody("programme.read", "people.read") })
        {
            (await Figure(other, "mental-health.group-sessions")).ShouldBeEmpty();
            (await Read(other, db => db.GroupSessions.CountAsync())).ShouldBe(0);
        }
    }

    [Fact]
    public async Task The_wait_leaves_the_wall_as_days_and_names_nobody()
    {
        await Do(specialist, db => db.Referrals.Single().Accept(specialist.Account, Now.AddDays(9)).ShouldBeTrue());
        var waited = (await Figure(Viewer.House, "mental-health.waiting-days")).ShouldHaveSingleItem();
        (waited.Amount, waited.Person, waited.On).ShouldBe((9, null, new DateOnly(2025, 9, 24)));
        (await Figure(referrer, "mental-health.waiting-days")).ShouldBeEmpty();
        (await Figure(colleague, "mental-health.waiting-days")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erasure_forgets_the_person_and_keeps_the_count_and_the_export_has_it_all()
    {
        await AcceptAndMeet();
        var exported = await house.As(Viewer.House, async s => await Data(s).Export(client.Id, default).ToListAsync());
        exported.Select(r => r.Section).ShouldBe(["data.referral", "data.session"]);
        exported[0].Values["need"].ShouldBe("Soovib rääkida oma keeles");
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => Data(s).Erase(client.Id, default)));
        (await Figure(Viewer.House)).Count.ShouldBe(1);
        (await house.As(Viewer.House, async s => await Data(s).Export(client.Id, default).ToListAsync())).ShouldBeEmpty();
        house.Scalar<string>("SELECT group_concat(\"Need\") FROM mental_health_referrals").ShouldStartWith("1:");
    }

    [Fact]
    public async Task In_the_demonstration_the_specialist_has_clients_and_a_colleague_has_others()
    {
        await house.Add([.. Enumerable.Range(0, 6).Select(i => Crowd.Person("Vyhadana", $"Liudyna{i}"))]);
        await house.As(Viewer.House, s => s.GetServices<IDemonstration>().Single(d => d is MentalHealthDemonstration).Add(new(8, 2025, Today, new(1)), default));
        var theirs = (await Sessions(Played("specialist", "mental-health.treat"))).Count;
        theirs.ShouldBeInRange(1, (await Sessions(Viewer.House)).Count - 1);
        (await Read(Played("case-manager", "mental-health.refer"), db => db.Statuses.CountAsync())).ShouldBe(8);
    }

    private static Viewer Played(string role, string permission) => Viewer.Of(Scenery.AccountOf(role), "Test Tester", null, new HashSet<string> { permission });

    private static DateTime Now => new(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc);
    private static DateOnly Today => new(2025, 9, 15);

    private static IPersonalData Data(IServiceProvider services) => services.GetServices<IPersonalData>().Single(d => d is MentalHealthData);

    private Task AcceptAndMeet() => Do(specialist, db =>
    {
        var theirs = db.Referrals.Single();
        theirs.Accept(specialist.Account, Now).ShouldBeTrue();
        db.Add(theirs.Meet(specialist.Account, Today, 50, null));
    });

    private async Task Nothing(Viewer outsider)
    {
        (await Read(outsider, db => db.Referrals.CountAsync())).ShouldBe(0);
        (await Read(outsider, db => db.Statuses.CountAsync())).ShouldBe(0);
        (await Sessions(outsider)).ShouldBeEmpty();
        (await Figure(outsider)).ShouldBeEmpty();
    }

    private Task<List<Session>> Sessions(Viewer viewer) => Read(viewer, db => db.Sessions.ToListAsync());

    private Task<List<Evidence>> Figure(Viewer viewer, string code = "mental-health.sessions") => house.As(viewer, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(Period.Quarter(2025, 3)).ToListAsync());

    private Task<T> Read<T>(Viewer viewer, Func<MentalHealthDb, Task<T>> query) => house.As(viewer, s => query(s.GetRequiredService<MentalHealthDb>()));

    private Task Do(Viewer viewer, Action<MentalHealthDb> change) =>
        house.As(viewer, s => s.GetRequiredService<Work>().Do(() => change(s.GetRequiredService<MentalHealthDb>())));
}

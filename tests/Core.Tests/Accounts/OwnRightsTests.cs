using System.Net;
using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Granting;
using Loim.Accounts.Roles;
using Loim.Accounts.Staff;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts;

/// <summary>Nobody adds to their own rights, by whatever way: another who manages accounts must.</summary>
public sealed class OwnRightsTests : IAsyncLifetime
{
    private static readonly DateOnly Later = new(2026, 6, 30);
    private readonly TestHouse house = Staff.House();
    private Guid peeter, jaan, mari;

    public async Task InitializeAsync()
    {
        peeter = await house.Hire("peeter", "administrator");
        jaan = await house.Hire("jaan", "administrator");
        mari = await house.Hire("mari", "organiser");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_role_for_oneself_is_refused_and_given_by_another()
    {
        await Refused(peeter, peeter, a => a.TakeRoles(["administrator", "organiser"]), GrantKeeper.OwnRights);
        Roles(peeter).ShouldBe(1);
        await Made(jaan, peeter, a => a.TakeRoles(["administrator", "organiser"]));
        await Made(peeter, mari, a => a.TakeRoles(["administrator", "organiser"]));
    }

    [Fact]
    public async Task What_ends_is_not_made_longer_by_oneself()
    {
        await Made(jaan, peeter, a => a.Until = Later);
        await Refused(peeter, peeter, a => a.Until = null, GrantKeeper.OwnEnd);
        await Refused(peeter, peeter, a => a.Until = Later.AddDays(1), GrantKeeper.OwnEnd);
        await Made(jaan, peeter, a => a.Roles[0].Until = Later.AddDays(-2));
        await Refused(peeter, peeter, a => a.Roles[0].Until = Later.AddDays(-1), GrantKeeper.OwnEnd);
        await Made(peeter, peeter, a => a.Roles[0].Until = Later.AddDays(-9));
        await Made(jaan, peeter, a => (a.Until, a.Roles[0].Until) = (null, null));
    }

    [Fact]
    public async Task Taking_away_from_oneself_stays_possible_as_far_as_somebody_remains()
    {
        await Made(jaan, peeter, a => a.TakeRoles(["administrator", "organiser"]));
        await Made(peeter, peeter, a => a.TakeRoles(["administrator"]));
        await Refused(peeter, peeter, a => a.TakeRoles(["administrator", "organiser"]), GrantKeeper.OwnRights);
        await Made(peeter, peeter, a => a.TakeRoles([]));
        await Refused(jaan, jaan, a => a.TakeRoles([]), AccountKeeper.LastKeyholder);
    }

    [Fact]
    public async Task A_role_that_one_has_gets_no_more_by_oneself()
    {
        (await ChangeRole(peeter, "administrator", "accounts.*", "administration.modules", "people.read")).ShouldBe(GrantKeeper.OwnRights);
        (await ChangeRole(peeter, "administrator", "accounts.*", "administration.*")).ShouldBe(GrantKeeper.OwnRights, "all is more than one");
        (await ChangeRole(peeter, "administrator", "accounts.manage")).ShouldBeNull("it is less");
        (await ChangeRole(peeter, "administrator", "accounts.*")).ShouldBe(GrantKeeper.OwnRights);
        (await ChangeRole(peeter, "organiser", "events.*", "people.read")).ShouldBeNull("it is not theirs");
        (await ChangeRole(peeter, "administrator", "accounts.manage")).ShouldBeNull("it is as it was");
        await Made(jaan, peeter, a => a.TakeRoles(["administrator", "organiser"]));
        (await ChangeRole(peeter, "administrator", "accounts.manage", "events.write")).ShouldBe(GrantKeeper.OwnRights, "it would stay when the other role goes");
        (await ChangeRole(mari, "organiser", "events.*", "cases.read")).ShouldBe(GrantKeeper.OwnRights);
        house.Scalar<int>("SELECT count(*) FROM accounts_role_permissions WHERE Permission LIKE 'cases%'").ShouldBe(0);
    }

    [Fact]
    public async Task A_role_that_ended_or_was_given_back_is_not_taken_again_by_a_way_round()
    {
        await Made(jaan, peeter, a => a.TakeRoles(["administrator", "organiser"]));
        await Made(peeter, peeter, a => a.TakeRoles(["administrator"]));
        (await ChangeRole(peeter, "organiser", "events.*", "people.read")).ShouldBeNull();
        await Refused(peeter, peeter, a => a.TakeRoles(["administrator", "organiser"]), GrantKeeper.OwnRights);
        await Made(jaan, peeter, a => { a.TakeRoles(["administrator", "organiser"]); a.Roles.Single(r => r.RoleId == "organiser").Until = house.Clock.Today(); });
        house.Clock.Advance(TimeSpan.FromDays(2));
        await Refused(peeter, peeter, a => a.Roles.Single(r => r.RoleId == "organiser").Until = Later, GrantKeeper.OwnEnd);
    }

    [Fact]
    public async Task Who_was_disabled_while_their_request_was_on_its_way_does_not_let_themselves_in()
    {
        await As(peeter, async keeper =>
        {
            var account = (await keeper.Find(peeter))!;
            await house.Change(peeter, async (other, it) => (await other.Disable(it)).Succeeded.ShouldBeTrue());
            Codes(await keeper.Enable((await keeper.Find(peeter))!)).ShouldBe([GrantKeeper.OwnRights]);
            Codes(await keeper.Change(account, a => a.TakeRoles(["administrator", "organiser"]))).ShouldBe([GrantKeeper.OwnRights]);
        });
        house.Scalar<int>("SELECT count(*) FROM accounts_accounts WHERE DisabledAt IS NOT NULL").ShouldBe(1);
        await As(jaan, async keeper => (await keeper.Enable((await keeper.Find(peeter))!)).Succeeded.ShouldBeTrue());
    }

    /// <summary>What counts is what the database holds when it is written, not what the page was made of.</summary>
    [Fact]
    public async Task A_page_that_stood_open_brings_nothing_back()
    {
        await Made(jaan, peeter, a => a.TakeRoles(["administrator", "organiser"]));
        await As(peeter, async keeper =>
        {
            var open = (await keeper.Find(peeter))!;
            await Made(jaan, peeter, a => a.TakeRoles(["administrator"]));
            Codes(await keeper.Change(open, a => a.TakeRoles(["administrator", "organiser"]))).ShouldBe([GrantKeeper.OwnRights]);
        });
        Roles(peeter).ShouldBe(1);
    }

    [Fact]
    public async Task Ones_own_organisation_is_changed_by_another()
    {
        await Refused(peeter, peeter, a => a.Organisation = "Muuseum", GrantKeeper.OwnOrganisation);
        await Made(jaan, peeter, a => a.Organisation = "Muuseum");
        await Made(peeter, peeter, a => a.DisplayName = "Peeter P.");
    }

    [Fact]
    public async Task What_is_posted_past_the_page_is_refused_in_the_readers_language_beside_its_field()
    {
        var web = new WebHouse(house);
        await web.InitializeAsync();
        using var browser = web.Open("uk", peeter, null, ["accounts.manage"]);
        var path = $"/accounts/{peeter}";
        var page = await browser.Page(path);
        page.QuerySelector("main .notice")!.TextContent.ShouldContain("Це ваш обліковий запис");
        (string, string)[] own = [("Name", "peeter"), ("DisplayName", "peeter"), ("Roles", "administrator")];
        using var role = await browser.Post(page, path, "account", [.. own, ("Roles", "organiser")]);
        role.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(role)).QuerySelector("#account-Roles-error")!.TextContent.ShouldStartWith("Додати права самому собі не можна");
        using var organisation = await browser.Post(page, path, "account", [.. own, ("Organisation", "Музей")]);
        (await Browser.Read(organisation)).QuerySelector("#account-Organisation-error")!.TextContent.ShouldStartWith("Змінити власну організацію");
        using var name = await browser.Post(page, path, "account", [.. own]);
        name.StatusCode.ShouldBe(HttpStatusCode.Found);

        var form = await browser.Page("/accounts/roles/administrator");
        using var wider = await browser.Post(form, "/accounts/roles/administrator", "role", ("Permissions", "accounts.*"), ("Permissions", "administration.modules"), ("Permissions", "administration.audit"));
        (await Browser.Read(wider)).QuerySelector(".error-summary")!.TextContent.ShouldContain("Додати права самому собі не можна");
        Roles(peeter).ShouldBe(1);
        house.Scalar<int>("SELECT count(*) FROM accounts_role_permissions WHERE Permission = 'administration.audit'").ShouldBe(0);
    }

    private int Roles(Guid account) => house.Scalar<int>($"SELECT count(*) FROM accounts_account_roles WHERE lower(AccountId) = '{account}'");

    private Task As(Guid who, Func<AccountKeeper, Task> act) =>
        house.As(Viewer.Of(who, "Test Tester", null, new HashSet<string> { "accounts.*" }), s => act(s.GetRequiredService<AccountKeeper>()));

    private Task Refused(Guid who, Guid whom, Action<Account> change, string code) =>
        As(who, async keeper => Codes(await keeper.Change((await keeper.Find(whom))!, change)).ShouldBe([code]));

    private Task Made(Guid who, Guid whom, Action<Account> change) =>
        As(who, async keeper => Codes(await keeper.Change((await keeper.Find(whom))!, change)).ShouldBeEmpty());

    private Task<string?> ChangeRole(Guid who, string role, params string[] permissions) =>
        house.As(Viewer.Of(who, "Test Tester", null, new HashSet<string> { "accounts.*" }), async s =>
        {
            var keeper = s.GetRequiredService<RoleKeeper>();
            return Codes(await keeper.Change((await keeper.Find(role))!, null, permissions)).FirstOrDefault();
        });

    private static IEnumerable<string> Codes(IdentityResult result) => result.Errors.Select(e => e.Code);
}

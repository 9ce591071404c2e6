using Loim.Access;
using Loim.Accounts.Granting;
using Loim.Accounts.Roles;
using Loim.Accounts.Staff;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts;

/// <summary>Who may manage accounts or see the audit is told when somebody else is given one of these.</summary>
public sealed class KeyGrantTests : IAsyncLifetime
{
    private readonly TestHouse house = Staff.House();
    private readonly WebHouse web;
    private Guid peeter, mari;

    public KeyGrantTests() => web = new WebHouse(house);

    public async Task InitializeAsync()
    {
        await web.InitializeAsync();
        mari = await house.Hire("mari", "organiser");
        peeter = await house.Hire("peeter", "administrator");
    }

    public Task DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task A_key_that_is_given_stands_on_the_desk_of_all_others_who_have_one_for_two_weeks()
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await By(peeter, async s =>
        {
            var keeper = s.GetRequiredService<AccountKeeper>();
            (await keeper.Change((await keeper.Find(mari))!, a => a.TakeRoles(["administrator"]))).Succeeded.ShouldBeTrue();
        });
        (await Told(Guid.CreateVersion7(), "accounts.manage")).ShouldBe(["mari can now manage accounts", "peeter can now manage accounts"]);
        (await Told(Guid.CreateVersion7(), "administration.audit")).ShouldBe(["mari can now manage accounts", "peeter can now manage accounts"]);
        (await Told(peeter, "accounts.manage")).ShouldBeEmpty("they gave the one and have the other");
        (await Told(mari, "accounts.manage")).ShouldBe(["peeter can now manage accounts"]);
        (await Told(Guid.CreateVersion7(), "events.read")).ShouldBeEmpty();
        house.Clock.Advance(KeyGrant.ToldFor);
        (await Told(Guid.CreateVersion7(), "accounts.manage")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_gets_a_key_tells_of_each_who_has_it_and_what_is_no_key_tells_nothing()
    {
        house.Clock.Advance(KeyGrant.ToldFor);
        await By(peeter, s => ChangeRole(s, "events.*", "people.read"));
        (await Told(Guid.CreateVersion7(), "accounts.manage")).ShouldBeEmpty();
        await By(peeter, s => ChangeRole(s, "events.*", "administration.audit"));
        (await Told(Guid.CreateVersion7(), "accounts.manage")).ShouldBe(["mari can now see the audit log"]);
        await By(peeter, s => ChangeRole(s, "events.*", "administration.audit", "people.read"));
        house.Scalar<int>("SELECT count(*) FROM accounts_key_grants WHERE Permission = 'administration.audit'").ShouldBe(1);
    }

    [Fact]
    public async Task A_second_account_that_somebody_makes_for_themselves_is_seen_by_the_others()
    {
        house.Clock.Advance(KeyGrant.ToldFor);
        await By(peeter, async s =>
        {
            var account = new Loim.Accounts.Account { Name = "teine", DisplayName = "Teine Peeter" };
            account.TakeRoles(["administrator"]);
            (await s.GetRequiredService<AccountKeeper>().Add(account, Staff.Password, oneTime: true)).Succeeded.ShouldBeTrue();
        });
        (await Told(Guid.CreateVersion7(), "administration.audit")).ShouldBe(["Teine Peeter can now manage accounts"]);
    }

    [Fact]
    public async Task What_came_by_the_command_line_says_so()
    {
        using var browser = web.Open("en", Guid.CreateVersion7(), null, ["accounts.manage"]);
        (await browser.Page("/")).QuerySelector(".desk .notice.warn")!.TextContent.ShouldContain("whoever runs the server");
    }

    private Task By(Guid who, Func<IServiceProvider, Task> act) => house.As(Viewer.Of(who, "Peeter P.", null, new HashSet<string> { "accounts.*" }), act);

    private static async Task ChangeRole(IServiceProvider services, params string[] permissions)
    {
        var keeper = services.GetRequiredService<RoleKeeper>();
        (await keeper.Change((await keeper.Find("organiser"))!, null, permissions)).Succeeded.ShouldBeTrue();
    }

    private async Task<List<string>> Told(Guid who, string permission)
    {
        using var browser = web.Open("en", who, null, [permission]);
        return [.. (await browser.Page("/")).QuerySelectorAll(".desk .notice.warn > b").Select(b => b.TextContent)];
    }
}

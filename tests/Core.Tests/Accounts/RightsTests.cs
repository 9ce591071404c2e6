using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Roles;
using Loim.Accounts.Sessions;
using Loim.Accounts.Staff;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts;

public sealed class RightsTests
{
    [Fact]
    public async Task A_role_opens_its_permissions_and_all_of_a_module_where_it_says_so()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        var viewer = await house.Next(await house.SignIn("mari", Staff.Password));
        viewer!.Can("events.read").ShouldBeTrue();
        viewer.Can("events.something-new").ShouldBeTrue();
        viewer.Can("eventsx.read").ShouldBeFalse();
        viewer.Can("cases.read").ShouldBeFalse();
        viewer.Can("accounts.manage").ShouldBeFalse();
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_its_next_request_and_its_session_does_not_come_back()
    {
        await using var house = Staff.House();
        await house.Hire("peeter", "administrator");
        var mari = await house.Hire("mari", "organiser");
        var signedIn = await house.SignIn("mari", Staff.Password);
        await house.Change(mari, (keeper, account) => keeper.Disable(account));
        (await house.Next(signedIn)).ShouldBeNull();
        (await house.SignIn("mari", Staff.Password)).ShouldBeNull();
        await house.Change(mari, (keeper, account) => keeper.Enable(account));
        (await house.Next(signedIn)).ShouldBeNull();
        (await house.SignIn("mari", Staff.Password)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_disabled_account_is_out_even_if_its_session_was_left_behind()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        var signedIn = await house.SignIn("mari", Staff.Password);
        (await house.Next(signedIn)).ShouldNotBeNull();
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
        {
            var db = s.GetRequiredService<House<AccountsDb>>().Db;
            db.Entry(await db.Accounts.SingleAsync()).Property("DisabledAt").CurrentValue = house.Clock.GetUtcNow().UtcDateTime;
        }));
        house.Scalar<int>("SELECT count(*) FROM accounts_sessions").ShouldBe(1);
        (await house.Next(signedIn)).ShouldBeNull();
    }

    [Fact]
    public async Task A_change_of_role_holds_from_the_next_request()
    {
        await using var house = Staff.House();
        await house.Hire("peeter", "administrator");
        var mari = await house.Hire("mari", "organiser");
        var signedIn = await house.SignIn("mari", Staff.Password);
        await house.Change(mari, (keeper, account) => keeper.Change(account, a => a.TakeRoles(["administrator"])));
        var viewer = await house.Next(signedIn);
        viewer!.Can("administration.modules").ShouldBeTrue();
        viewer.Can("events.read").ShouldBeFalse();
    }

    [Fact]
    public async Task A_one_time_password_opens_nothing_until_it_is_changed_and_expires()
    {
        await using var house = Staff.House();
        var mari = await house.Hire("mari", "organiser");
        var old = await house.SignIn("mari", Staff.Password);
        var password = "";
        await house.Change(mari, async (keeper, account) => password = await keeper.Renew(account));
        (await house.Next(old)).ShouldBeNull();
        (await house.SignIn("mari", Staff.Password)).ShouldBeNull();
        var signedIn = await house.SignIn("mari", password);
        (await house.Next(signedIn))!.Can("events.read").ShouldBeFalse();
        await house.Change(mari, (keeper, account) => keeper.ChangePassword(account, password, "uus ja pikk parool", Session.Of(signedIn!.User)));
        (await house.Next(signedIn))!.Can("events.read").ShouldBeTrue();

        await house.Change(mari, async (keeper, account) => password = await keeper.Renew(account));
        house.Clock.Advance(Account.OneTimeFor + TimeSpan.FromMinutes(1));
        (await house.SignIn("mari", password)).ShouldBeNull();
    }

    [Fact]
    public async Task The_last_who_can_manage_accounts_keeps_that_right()
    {
        await using var house = Staff.House();
        var peeter = await house.Hire("peeter", "administrator");
        await house.Change(peeter, async (keeper, account) => (await keeper.Disable(account)).Succeeded.ShouldBeFalse());
        await house.Change(peeter, async (keeper, account) =>
            (await keeper.Change(account, a => a.TakeRoles(["organiser"]))).Errors.ShouldHaveSingleItem().Code.ShouldBe(AccountKeeper.LastKeyholder));
        (await house.Next(await house.SignIn("peeter", Staff.Password)))!.Can("accounts.manage").ShouldBeTrue();

        await house.Hire("mari", "administrator");
        await house.Change(peeter, async (keeper, account) => (await keeper.Disable(account)).Succeeded.ShouldBeTrue());
    }

    [Fact]
    public async Task A_role_keeps_the_right_to_manage_accounts_while_nobody_else_has_it_and_other_changes_hold_at_once()
    {
        await using var house = Staff.House();
        await house.Hire("peeter", "administrator");
        await house.Hire("mari", "organiser");
        var signedIn = await house.SignIn("mari", Staff.Password);
        (await house.ChangeRole("administrator", "events.read")).ShouldBeFalse();
        (await house.ChangeRole("administrator", "accounts.manage")).ShouldBeTrue();
        (await house.ChangeRole("organiser", "library.read")).ShouldBeTrue();
        var viewer = await house.Next(signedIn);
        viewer!.Can("library.read").ShouldBeTrue();
        viewer.Can("events.read").ShouldBeFalse();
    }

    [Theory]
    [InlineData("lühike", "PasswordTooShort")]
    [InlineData("aaaaaaaaaaaaaaaa", "PasswordRequiresUniqueChars")]
    [InlineData("minu nimi on Maret", "PasswordHoldsName")]
    public async Task A_weak_password_is_refused(string password, string code)
    {
        await using var house = Staff.House();
        var result = await house.As(Access.Viewer.House, s =>
            s.GetRequiredService<AccountKeeper>().Add(new Account { Name = "maret@rakvere.example", DisplayName = "Maret Tamm" }, password, oneTime: false));
        result.Errors.Select(e => e.Code).ShouldContain(code);
        house.Scalar<int>("SELECT count(*) FROM accounts_accounts").ShouldBe(0);
    }

    [Fact]
    public async Task A_name_is_taken_once_whatever_its_case()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        var result = await house.As(Access.Viewer.House, s =>
            s.GetRequiredService<AccountKeeper>().Add(new Account { Name = "Mari", DisplayName = "Teine" }, Staff.Password, oneTime: false));
        result.Errors.ShouldHaveSingleItem().Code.ShouldBe("DuplicateUserName");
    }

    [Fact]
    public async Task Accounts_show_only_ones_own_to_those_who_do_not_manage_them()
    {
        await using var house = Staff.House();
        await house.Hire("peeter", "administrator");
        await house.Hire("mari", "organiser");
        var mari = (await house.Next(await house.SignIn("mari", Staff.Password)))!;
        var peeter = (await house.Next(await house.SignIn("peeter", Staff.Password)))!;
        (await house.As(mari, s => s.GetRequiredService<AccountsDb>().Accounts.Select(a => a.Name).ToListAsync())).ShouldBe(["mari"]);
        (await house.As(peeter, s => s.GetRequiredService<AccountsDb>().Accounts.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Demonstration_accounts_stand_one_a_role_and_only_in_a_demonstration()
    {
        await using var house = Staff.House(demo: true, new DemoAccount("organiser", Organisation: "Raamatukogu"), new DemoAccount("organiser", "Teine Korraldaja", "Ühing", "partner"));
        await house.As(Access.Viewer.House, async s =>
        {
            foreach (var demonstration in s.GetServices<IDemonstration>()) { await demonstration.Add(new Scenery(1, 2025, new(2025, 9, 15), new Random(1)), default); }
        });
        var accounts = await house.As(Access.Viewer.Anyone, s => s.GetRequiredService<DemoDoor>().Accounts());
        accounts.Select(a => (a.Roles.Single().RoleId, a.Organisation)).ShouldBe([("administrator", null), ("organiser", "Raamatukogu"), ("organiser", "Ühing")]);
        accounts[2].Id.ShouldBe(Scenery.AccountOf("partner"));
        await using var real = Staff.House();
        real.Services.GetService<IServiceProviderIsService>()!.IsService(typeof(DemoDoor)).ShouldBeFalse();
    }
}

using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Staff;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts;

/// <summary>Accounts and roles that end on a day; the last day still counts.</summary>
public sealed class EndsTests
{
    [Fact]
    public async Task An_account_ends_after_its_last_day_at_the_next_request_and_is_no_colleague_any_more()
    {
        await using var house = await Evening();
        var mari = await house.Hire("mari", "organiser");
        await house.Change(mari, (keeper, account) => keeper.Change(account, a => a.Until = house.Clock.Today()));
        var signedIn = await house.SignIn("mari", Staff.Password);
        (await house.Next(signedIn)).ShouldNotBeNull();
        (await With(house, "events.read")).ShouldBe(["mari"]);
        house.Clock.Advance(NextDay(house));
        (await house.Next(signedIn)).ShouldBeNull();
        (await house.SignIn("mari", Staff.Password)).ShouldBeNull();
        (await With(house, "events.read")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_ends_after_its_last_day_and_the_others_stay()
    {
        await using var house = await Evening();
        var mari = await house.Hire("mari", "organiser", "administrator");
        await house.Change(mari, (keeper, account) => keeper.Change(account, a => a.Roles.Single(r => r.RoleId == "administrator").Until = house.Clock.Today()));
        var signedIn = await house.SignIn("mari", Staff.Password);
        (await house.Next(signedIn))!.Can("accounts.manage").ShouldBeTrue();
        house.Clock.Advance(NextDay(house));
        var viewer = (await house.Next(signedIn))!;
        viewer.Can("accounts.manage").ShouldBeFalse();
        viewer.Can("events.read").ShouldBeTrue();
        (await With(house, "accounts.manage")).ShouldBe(["peeter"]);
    }

    [Fact]
    public async Task Whoever_is_the_last_to_manage_accounts_gets_no_end()
    {
        await using var house = Staff.House();
        var peeter = await house.Hire("peeter", "administrator");
        async Task Refused(Action<Account> change) => await house.Change(peeter, async (keeper, account) =>
            (await keeper.Change(account, change)).Errors.ShouldHaveSingleItem().Code.ShouldBe(AccountKeeper.LastKeyholder));

        await Refused(a => a.Until = new(2026, 1, 1));
        await Refused(a => a.Roles[0].Until = new(2026, 1, 1));
        var mari = await house.Hire("mari", "administrator");
        await house.Change(mari, (keeper, account) => keeper.Change(account, a => a.Until = new(2026, 1, 1)));
        await Refused(a => a.Until = new(2026, 2, 1));
    }

    /// <summary>So late that a session lasts into the next day.</summary>
    private static async Task<TestHouse> Evening()
    {
        var house = Staff.House();
        house.Clock.Advance(TimeSpan.FromHours(11));
        await house.Hire("peeter", "administrator");
        return house;
    }

    private static TimeSpan NextDay(TestHouse house) => Days.Instant(house.Clock.Today().AddDays(1), new(0, 1)) - house.Clock.GetUtcNow().UtcDateTime;

    private static Task<List<string>> With(TestHouse house, string permission) => house.As(Viewer.House, async s =>
        (await s.GetRequiredService<IColleagues>().With(permission)).Select(c => c.Name).ToList());
}

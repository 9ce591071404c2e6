using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Sessions;
using Loim.Accounts.Staff;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts;

/// <summary>A house with two roles, and what its people do at the front door.</summary>
internal static class Staff
{
    public const string Password = "kuus kollast kummikut";

    public static TestHouse House(bool demo = false, params DemoAccount[] played) => TestHouse.In(Rakvere(demo, played));

    public static Deployment Rakvere(bool demo = false, params DemoAccount[] played) => TestHouse.Rakvere with
    {
        Demo = demo,
        DemoAccounts = played,
        Roles = new Dictionary<string, IReadOnlyList<string>>
        {
            ["administrator"] = ["accounts.*", "administration.modules"],
            ["organiser"] = ["events.*"],
        },
    };

    public static Task<Guid> Hire(this TestHouse house, string name, params string[] roles) => house.As(Viewer.House, async s =>
    {
        await s.GetRequiredService<Loim.Accounts.Roles.FirstRoles>().Ensure();
        var account = new Account { Name = name, DisplayName = name };
        account.TakeRoles(roles);
        (await s.GetRequiredService<AccountKeeper>().Add(account, Password, oneTime: false)).Succeeded.ShouldBeTrue();
        return account.Id;
    });

    /// <returns>The request of somebody who has just signed in, or null when they were not let in.</returns>
    public static Task<HttpContext?> SignIn(this TestHouse house, string name, string password, string host = "localhost") => house.As(Viewer.Anyone, async s =>
    {
        var door = s.GetRequiredService<FrontDoor>();
        if (await door.Check(name, password) is not { } account) { return null; }
        var context = new DefaultHttpContext { RequestServices = s };
        context.Request.Host = new HostString(host);
        await door.Enter(account, context);
        var session = house.Scalar<string>("SELECT Id FROM accounts_sessions ORDER BY rowid DESC LIMIT 1");
        context.User = new Session { Id = Guid.Parse(session), AccountId = account.Id, StartedAt = default }.ToPrincipal();
        return (HttpContext?)context;
    });

    /// <summary>As whom the next request of the session reads.</summary>
    public static Task<Viewer?> Next(this TestHouse house, HttpContext? signedIn) =>
        house.As(Viewer.Anyone, s => s.GetRequiredService<IViewers>().Of(signedIn!.User));

    public static Task Change(this TestHouse house, Guid account, Func<AccountKeeper, Account, Task> change) => house.As(Viewer.House, async s =>
    {
        var keeper = s.GetRequiredService<AccountKeeper>();
        await change(keeper, (await keeper.Find(account))!);
    });

    public static Task<bool> ChangeRole(this TestHouse house, string role, params string[] permissions) => house.As(Viewer.House, async s =>
    {
        var keeper = s.GetRequiredService<Loim.Accounts.Roles.RoleKeeper>();
        return (await keeper.Change((await keeper.Find(role))!, null, permissions)).Succeeded;
    });
}

using Loim.Access;
using Loim.Accounts.Staff;
using Loim.Accounts.Tara;
using Loim.Core.Tests.Accounts.Doors;
using Loim.Core.Tests.Data;
using Loim.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts.Tara;

/// <summary>A house, its TARA, and Mari who is bound to an identity there.</summary>
internal sealed class TaraHouse : IAsyncDisposable
{
    public const string Mari = "EE59501010017";
    public const string ReturnTo = "/accounts/me?from=work";

    private TaraHouse(DoorHouse door, TaraProvider tara) => (Door, Tara) = (door, tara);

    public DoorHouse Door { get; }
    public TaraProvider Tara { get; }

    public static async Task<TaraHouse> Open(params (string Name, string Value)[] settings)
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        var tara = await TaraProvider.Start(clock);
        var all = new Dictionary<string, string?>
        {
            ["accounts:Tara:Issuer"] = tara.Issuer, ["accounts:Tara:Client"] = TaraProvider.Client, ["accounts:Tara:Secret"] = TaraProvider.Secret,
        };
        foreach (var (name, value) in settings) { all[$"accounts:{name}"] = value; }
        var house = new TaraHouse(await DoorHouse.Open(all), tara);
        await house.Door.House.Hire("mari", "organiser");
        await house.Bind("mari", Mari);
        return house;
    }

    public Task Bind(string name, string? subject) => Door.House.As(Viewer.House, async s =>
    {
        var account = await s.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Loim.Accounts.Account>>().FindByNameAsync(name);
        (await s.GetRequiredService<AccountKeeper>().Bind(account!, subject)).Succeeded.ShouldBeTrue();
    });

    /// <summary>To TARA and back. The answer to the request with which the browser comes back is the last one.</summary>
    public static async Task<HttpResponseMessage> SignIn(Guest guest)
    {
        using var back = await Leave(guest);
        return await guest.Get(back.Headers.Location!.ToString());
    }

    /// <summary>To TARA, and not back yet: where it sends the browser.</summary>
    public static async Task<HttpResponseMessage> Leave(Guest guest)
    {
        using var ask = await guest.Get($"{TaraDoor.Path}?returnUrl={Uri.EscapeDataString(ReturnTo)}");
        ask.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return await guest.Get(ask.Headers.Location!.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Door.DisposeAsync();
        await Tara.DisposeAsync();
    }
}

using System.Net;
using AngleSharp.Dom;
using Loim.Core.Tests.Accounts.Doors;

namespace Loim.Core.Tests.Accounts.Passkeys;

/// <summary>A house with passkeys, in which Mari and Jaan work; Mari has one.</summary>
internal sealed class PasskeyHouse : IAsyncDisposable
{
    public const string Address = "https://loim.rakvere.example";
    public const string SignIn = "/accounts/sign-in", New = "/accounts/me/passkeys/new";

    /// <summary>TARA stands beside, and nobody asks it.</summary>
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["accounts:Passkey"] = "true", ["accounts:Tara:Issuer"] = "https://tara.example", ["accounts:Tara:Client"] = "loim", ["accounts:Tara:Secret"] = "not asked for",
    };

    private PasskeyHouse(DoorHouse door) => Door = door;

    public DoorHouse Door { get; }
    public Authenticator Key { get; } = new(Address);

    /// <summary>Mari's own browser, in which she has signed in by her password.</summary>
    public Guest Mari { get; private set; } = default!;
    public Guid MariId { get; private set; }

    public static async Task<PasskeyHouse> Open()
    {
        var house = new PasskeyHouse(await DoorHouse.Open(Settings, outside: Address));
        await house.Door.House.Hire("peeter", "administrator");
        await house.Door.House.Hire("jaan", "organiser");
        house.MariId = await house.Door.House.Hire("mari", "organiser");
        house.Mari = await house.Entered("mari");
        using var added = await Add(house.Mari, house.Key);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return house;
    }

    public async Task<Guest> Entered(string name)
    {
        var guest = Door.Guest();
        (await guest.SignIn(name, Staff.Password)).Dispose();
        return guest;
    }

    public static Task<HttpResponseMessage> Add(Guest guest, Authenticator key, string name = "Töötelefon") =>
        guest.Post(New, "passkey", page => [("Name", name), ("Answer", key.Create(OptionsOn(page)))]);

    public static Task<HttpResponseMessage> Enter(Guest guest, Authenticator key) =>
        guest.Post(SignIn, "passkey", page => [("Answer", key.Sign(OptionsOn(page)))]);

    /// <summary>Somebody else's browser comes with this key.</summary>
    /// <returns>Whether it came in, and what the page said of it.</returns>
    public async Task<(bool IsIn, string Said)> Try(Authenticator key)
    {
        Door.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using var guest = Door.Guest();
        using var answer = await Enter(guest, key);
        if (answer.StatusCode == HttpStatusCode.Redirect) { return (await DoorHouse.IsInside(guest), ""); }
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await DoorHouse.IsInside(guest), await Said(answer));
    }

    public static async Task<string> Said(HttpResponseMessage answer) => (await Web.Browser.Read(answer)).QuerySelector(".error-summary")!.TextContent.Trim();

    public static string OptionsOn(IDocument page) => page.QuerySelector("[data-passkey]")!.GetAttribute("data-passkey")!;

    public static string QuestionOn(IDocument page) => page.QuerySelector("input[name=Question]")!.GetAttribute("value")!;

    /// <summary>Address of the page of the one passkey that the guest has.</summary>
    public static async Task<string> PageOf(Guest guest)
    {
        using var answer = await guest.Get("/accounts/me");
        return (await Web.Browser.Read(answer)).QuerySelectorAll("a[href^='/accounts/me/passkeys/']").Select(a => a.GetAttribute("href")!).Single(href => href != New);
    }

    public async ValueTask DisposeAsync()
    {
        Mari?.Dispose();
        Key.Dispose();
        await Door.DisposeAsync();
    }
}

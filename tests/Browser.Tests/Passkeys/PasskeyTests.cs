using System.Text.Json;
using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Passkeys;

/// <summary>A passkey from its making to its end, in a browser with a device of its own.</summary>
[Collection(TownCollection.Name)]
public sealed class PasskeyTests(Town town)
{
    private const string New = "/accounts/me/passkeys/new";

    [Fact]
    public async Task Somebody_adds_one_comes_in_by_it_removes_it_and_is_refused()
    {
        await using var visit = await town.VisitByName();
        await Device(visit);
        await visit.SignIn(Role.Reporter);
        await visit.Go(New);
        (await visit.Submit("passkey")).ShouldBe(422, "without a name the house answers, and the device is not asked");
        await visit.Type("passkey", "Name", "Kodune arvuti");
        (await visit.Submit("passkey")).ShouldBe(200);
        (await visit.Text()).ShouldContain("Pääsuvõti on lisatud: Kodune arvuti.");

        await SignOut(visit);
        await visit.Go("/accounts/sign-in?returnUrl=/accounts/me");
        (await visit.Submit("passkey")).ShouldBe(200);
        (await visit.Heading()).ShouldBe("Minu konto");
        (await visit.Text()).ShouldContain("Viimati kasutatud");

        await visit.Press("main a:has-text('Kodune arvuti')");
        (await visit.Press("form:has(input[name=_handler][value='removal']) button")).ShouldBe(200);
        (await visit.Text()).ShouldContain("Pääsuvõti on eemaldatud: Kodune arvuti.");
        visit.TakeTroubles().Where(t => !t.Contains("status of 422", StringComparison.Ordinal)).ShouldBeEmpty();

        await SignOut(visit);
        await visit.Go("/accounts/sign-in");
        (await visit.Submit("passkey")).ShouldBe(422);
        (await visit.Text()).ShouldContain("Selle pääsuvõtmega sisse ei saa");
    }

    [Fact]
    public async Task A_device_that_gives_none_is_told_of_and_nothing_is_sent()
    {
        await using var visit = await town.VisitByName();
        await Device(visit, isVerified: false);
        await visit.Go("/accounts/sign-in");
        await visit.Page.Locator("form:has([data-passkey]) button").ClickAsync();
        await visit.Page.Locator("[data-when=failed]:visible").WaitForAsync();
        (await visit.Text()).ShouldContain("Seade ei andnud pääsuvõtit");
        (await visit.Page.Locator("input[name=Answer]").InputValueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_script_the_page_says_so_and_other_ways_stand()
    {
        await using var visit = await town.VisitByName();
        await visit.Page.RouteAsync("**/assets/*.js", route => route.AbortAsync());
        await visit.Go("/accounts/sign-in");
        (await visit.Text()).ShouldContain("Pääsuvõti vajab JavaScripti");
        (await visit.Page.Locator("form:has([data-passkey]) button:visible").CountAsync()).ShouldBe(0);
        (await visit.Page.Locator("#sign-in-Password").IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task At_an_address_of_numbers_no_button_is_offered_that_cannot_work()
    {
        await using var visit = await town.Visit();
        await visit.Go("/accounts/sign-in");
        (await visit.Text()).ShouldContain("numbritest aadressil");
        (await visit.Page.Locator("form:has([data-passkey]) button:visible").CountAsync()).ShouldBe(0);
    }

    /// <summary>As a telephone or a laptop has it: it keeps keys itself and knows its user.</summary>
    private static async Task Device(Visit visit, bool isVerified = true)
    {
        var browser = await visit.Context.NewCDPSessionAsync(visit.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = JsonSerializer.SerializeToElement(new
            {
                protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = isVerified, automaticPresenceSimulation = true,
            }),
        });
    }

    private static async Task SignOut(Visit visit)
    {
        await visit.Page.Locator("details.menu summary").Last.ClickAsync();
        await visit.Press("form[action='/accounts/sign-out'] button");
    }
}

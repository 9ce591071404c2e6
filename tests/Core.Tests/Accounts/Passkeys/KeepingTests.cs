using System.Net;
using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Sessions;
using Loim.Core.Tests.Accounts.Doors;
using Loim.Core.Tests.Accounts.Tara;
using Loim.Data;
using Loim.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts.Passkeys;

/// <summary>What people can do with their own passkeys, and with nobody else's.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private PasskeyHouse house = default!;

    public async Task InitializeAsync() => house = await PasskeyHouse.Open();

    public async Task DisposeAsync() => await house.DisposeAsync();

    private int Kept => house.Door.House.Scalar<int>("SELECT count(*) FROM accounts_passkeys");

    [Theory]
    [InlineData(nameof(Authenticator.Challenge), "challenge does not match")]
    [InlineData(nameof(Authenticator.Origin), "invalid origin")]
    [InlineData(nameof(Authenticator.Domain), "Relying Party ID")]
    [InlineData(nameof(Authenticator.IsVerified), "UserVerified")]
    [InlineData(nameof(Authenticator.Id), "already registered")]
    public async Task A_key_that_is_not_to_be_believed_is_not_added(string what, string why)
    {
        using var key = new Authenticator(PasskeyHouse.Address);
        if (what == nameof(Authenticator.Challenge)) { key.Challenge = "AAAA"; }
        if (what == nameof(Authenticator.Origin)) { key.Origin = "https://loim.example"; }
        if (what == nameof(Authenticator.Domain)) { key.Domain = "loim.example"; }
        if (what == nameof(Authenticator.IsVerified)) { key.IsVerified = false; }
        if (what == nameof(Authenticator.Id)) { key.Id = house.Key.Id; }
        using var jaan = await house.Entered("jaan");
        using var answer = await PasskeyHouse.Add(jaan, key);
        (await PasskeyHouse.Said(answer)).ShouldContain("Pääsuvõtit ei lisatud");
        house.Door.Log.Last(line => line.Contains("Passkey: not added", StringComparison.Ordinal)).ShouldContain(why);
        Kept.ShouldBe(1);
    }

    [Fact]
    public async Task Ten_minutes_after_signing_in_none_is_added_before_signing_in_anew()
    {
        house.Door.House.Clock.Advance(Session.Fresh);
        using var page = await house.Mari.Get(PasskeyHouse.New);
        (await Web.Browser.Read(page)).QuerySelector("main")!.TextContent.ShouldContain("Logi enne uuesti sisse");
        using var sent = await house.Mari.Post(PasskeyHouse.New, "passkey", ("Name", "x"));
        (await Web.Browser.Read(sent)).QuerySelector("[data-passkey]").ShouldBeNull("no question, whatever is posted");
        (await house.Mari.SignIn("mari", Staff.Password)).Dispose();
        using var key = new Authenticator(PasskeyHouse.Address);
        using var added = await PasskeyHouse.Add(house.Mari, key);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Kept.ShouldBe(2);
    }

    [Theory]
    [InlineData("jaan")]
    [InlineData("mari")]
    public async Task A_question_to_somebody_else_or_another_session_adds_nothing(string name)
    {
        using var elsewhere = await house.Entered(name);
        using var asked = await elsewhere.Get(PasskeyHouse.New);
        var page = await Web.Browser.Read(asked);
        using var key = new Authenticator(PasskeyHouse.Address);
        using var answer = await house.Mari.Post(PasskeyHouse.New, "passkey",
            ("Name", "Mujalt"), ("Question", PasskeyHouse.QuestionOn(page)), ("Answer", key.Create(PasskeyHouse.OptionsOn(page))));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Kept.ShouldBe(1);
    }

    [Fact]
    public async Task While_a_one_time_password_waits_none_is_added_and_giving_one_ends_those_that_were()
    {
        var password = "";
        await house.Door.House.Change(house.MariId, async (keeper, account) => password = await keeper.Renew(account));
        Kept.ShouldBe(0);
        (await house.Try(house.Key)).IsIn.ShouldBeFalse();
        (await house.Mari.SignIn("mari", password)).Dispose();
        using var page = await house.Mari.Get(PasskeyHouse.New);
        var main = (await Web.Browser.Read(page)).QuerySelector("main")!;
        main.TextContent.ShouldContain("ühekordne parool");
        main.QuerySelector("[data-passkey]").ShouldBeNull();
        using var me = await house.Mari.Get("/accounts/me");
        (await me.Content.ReadAsStringAsync()).ShouldNotContain("/accounts/me/passkeys");
    }

    [Fact]
    public async Task Being_bound_to_somebody_keeps_them_and_to_nobody_any_more_ends_them()
    {
        await house.Door.House.Change(house.MariId, (keeper, account) => keeper.Bind(account, TaraHouse.Mari));
        Kept.ShouldBe(1);
        await house.Door.House.Change(house.MariId, (keeper, account) => keeper.Bind(account, null));
        Kept.ShouldBe(0);
    }

    [Fact]
    public async Task Ten_are_enough()
    {
        for (var i = 0; i < 10; i++)
        {
            using var key = new Authenticator(PasskeyHouse.Address);
            using var page = await house.Mari.Get(PasskeyHouse.New);
            if ((await Web.Browser.Read(page)).QuerySelector("[data-passkey]") is null) { break; }
            (await PasskeyHouse.Add(house.Mari, key, $"nr {i}")).Dispose();
        }
        Kept.ShouldBe(10);
    }

    [Fact]
    public async Task It_is_renamed_and_removed_and_another_session_ends_with_it()
    {
        using var elsewhere = house.Door.Guest();
        (await PasskeyHouse.Enter(elsewhere, house.Key)).Dispose();
        (await DoorHouse.IsInside(elsewhere)).ShouldBeTrue();
        var page = await PasskeyHouse.PageOf(house.Mari);
        (await house.Mari.Post(page, "passkey", ("Name", "Kodune"))).Dispose();
        house.Door.House.Scalar<string>("SELECT Name FROM accounts_passkeys").ShouldBe("Kodune");
        (await house.Mari.Post(page, "removal")).Dispose();
        Kept.ShouldBe(0);
        (await DoorHouse.IsInside(elsewhere)).ShouldBeFalse();
        (await DoorHouse.IsInside(house.Mari)).ShouldBeTrue();
        foreach (var action in new[] { "add", "change", "delete" })
        {
            house.Door.House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Who = 'mari' AND Action = '{action}' AND What LIKE 'accounts_passkeys %'").ShouldBePositive(action);
        }
    }

    [Fact]
    public async Task The_only_way_in_is_not_removed()
    {
        var page = await PasskeyHouse.PageOf(house.Mari);
        house.Door.House.Scalar<int>("UPDATE accounts_accounts SET PasswordHash = NULL WHERE Name = 'mari' RETURNING 1");
        using var refused = await house.Mari.Post(page, "removal");
        (await PasskeyHouse.Said(refused)).ShouldContain("ainus sisselogimisviis");
        Kept.ShouldBe(1);
    }

    [Theory]
    [InlineData("passkey")]
    [InlineData("removal")]
    public async Task Anothers_is_not_there(string form)
    {
        using var jaan = await house.Entered("jaan");
        using var own = new Authenticator(PasskeyHouse.Address);
        (await PasskeyHouse.Add(jaan, own)).Dispose();
        var (his, hers) = (await PasskeyHouse.PageOf(jaan), await PasskeyHouse.PageOf(house.Mari));
        using var shown = await jaan.Get(hers);
        shown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var sent = await jaan.Send(his, hers, form, ("Name", "Minu nüüd"));
        sent.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "there is no such form");
        house.Door.House.Scalar<int>("SELECT count(*) FROM accounts_passkeys WHERE Name = 'Töötelefon'").ShouldBe(2);
    }

    [Fact]
    public async Task A_year_after_the_account_was_disabled_they_are_forgotten()
    {
        var (house, clock) = (this.house.Door.House, this.house.Door.House.Clock);
        Task Forget() => house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
        {
            var kept = s.GetServices<IPersonalData>().Single(d => d is PersonalData).Retention.Single(r => r.What == "retention.passkey");
            await kept.Due(clock.GetUtcNow().UtcDateTime - kept.Keep).Forget(100, [], default);
        }));
        clock.Advance(TimeSpan.FromDays(400));
        await Forget();
        Kept.ShouldBe(1, "the account is in use");
        await house.Change(this.house.MariId, (keeper, account) => keeper.Disable(account));
        clock.Advance(TimeSpan.FromDays(367));
        await Forget();
        Kept.ShouldBe(0);
    }

    [Fact]
    public async Task Where_the_deployment_does_not_open_this_door_nothing_of_it_is_there()
    {
        await using var closed = await DoorHouse.Open(outside: PasskeyHouse.Address);
        var kept = OtherWaysTests.Kept(await closed.House.Hire("mari", "organiser"), [1]);
        await closed.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<AccountsDb>().Add(kept)));
        using var guest = closed.Guest();
        using var page = await guest.Get(PasskeyHouse.SignIn);
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("passkey");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("script");
        (await guest.SignIn("mari", Staff.Password)).Dispose();
        foreach (var path in new[] { PasskeyHouse.New, $"/accounts/me/passkeys/{kept.Id}" })
        {
            using var answer = await guest.Get(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        using var me = await guest.Get("/accounts/me");
        (await me.Content.ReadAsStringAsync()).ShouldNotContain("passkeys");
    }
}

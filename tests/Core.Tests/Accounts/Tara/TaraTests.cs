using System.Net;
using Loim.Accounts;
using Loim.Accounts.Tara;
using Loim.Accounts.Tara.Talks;
using Loim.Core.Tests.Accounts.Doors;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts.Tara;

public sealed class TaraTests : IAsyncLifetime
{
    private TaraHouse house = default!;
    private Guest guest = default!;

    public async Task InitializeAsync()
    {
        house = await TaraHouse.Open();
        guest = house.Door.Guest();
    }

    public async Task DisposeAsync()
    {
        guest.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_bound_to_the_identity_comes_in_and_goes_on_where_they_were()
    {
        using var answer = await TaraHouse.SignIn(guest);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(TaraHouse.ReturnTo);
        (await DoorHouse.IsInside(guest)).ShouldBeTrue();
        Count("SELECT count(*) FROM house_audit WHERE Action = 'sign-in' AND Who = 'mari' AND What = 'tara'").ShouldBe(1);
        house.Tara.Profiles.ShouldBe(0, "userinfo is not signed");
    }

    [Fact]
    public async Task It_asks_for_what_the_deployment_wants()
    {
        using var answer = await TaraHouse.Leave(guest);
        var asked = house.Tara.Asked!;
        asked["scope"].ToString().ShouldBe("openid idcard mid smartid");
        asked["acr_values"].ToString().ShouldBe("high");
        asked["ui_locales"].ToString().ShouldBe("et");
        asked["redirect_uri"].ToString().ShouldBe($"{house.Door.Address.ToString().TrimEnd('/')}{TaraSettings.Callback}");
        asked["nonce"].ToString().Length.ShouldBeGreaterThan(20);
        asked.ShouldNotContain(a => a.Key.StartsWith("x-client", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_a_token_names_it()
    {
        (await TaraHouse.SignIn(guest)).Dispose();
        house.Tara.ChangeKey();
        using var other = house.Door.Guest();
        (await TaraHouse.SignIn(other)).Dispose();
        (await DoorHouse.IsInside(other)).ShouldBeTrue();
        house.Tara.KeysRead.ShouldBe(2);
    }

    [Theory]
    [InlineData(-49, true)]
    [InlineData(-51, false)]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task A_token_of_forty_seconds_is_good_for_forty_and_ten(int issuedAgo, bool good)
    {
        var issued = house.Door.House.Clock.GetUtcNow().ToUnixTimeSeconds() + issuedAgo;
        house.Tara.Wrong = new() { Claims = c => (c["iat"], c["exp"]) = (issued, issued + 40) };
        (await TaraHouse.SignIn(guest)).Dispose();
        (await DoorHouse.IsInside(guest)).ShouldBe(good);
    }

    [Fact]
    public async Task The_session_does_not_end_with_the_token()
    {
        (await TaraHouse.SignIn(guest)).Dispose();
        house.Door.House.Clock.Advance(TimeSpan.FromMinutes(10));
        (await DoorHouse.IsInside(guest)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stranger_gets_no_account_and_is_told_whom_to_ask()
    {
        house.Tara.Subject = "EE59501012238";
        using var answer = await TaraHouse.SignIn(guest);
        var page = await guest.Follow(answer);
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Html.ShouldContain("Sinu isikuga ei ole seotud ühtki kasutajat");
        Count("SELECT count(*) FROM accounts_accounts").ShouldBe(1);
    }

    [Theory]
    [InlineData("LT59501010017")]
    [InlineData("EE59501010017 ")]
    [InlineData("ee59501010017")]
    public async Task The_same_digits_are_not_the_same_person(string subject)
    {
        house.Tara.Subject = subject;
        house.Tara.Wrong = new() { Claims = c => c["amr"] = new[] { "idcard" } };
        (await TaraHouse.SignIn(guest)).Dispose();
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_disabled_account_does_not_come_in_and_one_locked_by_wrong_passwords_does()
    {
        for (var i = 0; i < 6; i++) { await house.Door.House.SignIn("mari", "vale parool vale"); }
        (await TaraHouse.SignIn(guest)).Dispose();
        (await DoorHouse.IsInside(guest)).ShouldBeTrue();
        await house.Door.House.Hire("peeter", "administrator");
        await Change((keeper, mari) => keeper.Disable(mari));
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
        (await TaraHouse.SignIn(guest)).Dispose();
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
    }

    [Fact]
    public async Task Unbound_the_identity_opens_nothing_and_the_session_and_passkeys_that_it_opened_end()
    {
        (await TaraHouse.SignIn(guest)).Dispose();
        await Change((_, mari) => house.Door.House.As(Access.Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<House<AccountsDb>>().Db
            .Add(new Loim.Accounts.Passkeys.Passkey { AccountId = mari.Id, Name = "Telefon", CredentialId = [1], PublicKey = [1], MadeAt = default }))));
        await house.Bind("mari", null);
        Count("SELECT count(*) FROM accounts_passkeys").ShouldBe(0);
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
        (await TaraHouse.SignIn(guest)).Dispose();
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_identity_is_one_accounts_alone_and_no_byte_of_it_is_in_the_database()
    {
        await house.Door.House.Hire("peeter", "administrator");
        await Change("peeter", async (keeper, peeter) => (await keeper.Bind(peeter, TaraHouse.Mari)).Errors.ShouldHaveSingleItem().Code.ShouldBe("TakenSubject"));
        await Change("peeter", async (keeper, peeter) => (await keeper.Bind(peeter, "EE59501010018")).Errors.ShouldHaveSingleItem().Code.ShouldBe("NoSubject"));
        (await TaraHouse.SignIn(guest)).Dispose();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(house.Door.House.Store.Path)!, "loim.db*"))
        {
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain(TaraHouse.Mari[2..]);
        }
    }

    [Fact]
    public async Task The_talk_can_be_rebuilt_from_what_is_sealed_and_the_technical_log_names_nobody()
    {
        using var back = await TaraHouse.Leave(guest);
        (await guest.Get(back.Headers.Location!.ToString())).Dispose();
        var code = QueryHelpers.ParseQuery(back.Headers.Location!.Query)["code"].ToString();
        var log = string.Join('\n', house.Door.Log);
        log.ShouldContain("ends, entered");
        foreach (var word in new[] { TaraHouse.Mari, TaraHouse.Mari[2..], TaraProvider.GivenName, TaraProvider.FamilyName, TaraProvider.Secret, house.Tara.LastToken, house.Tara.LastToken.Split('.')[1] })
        {
            log.ShouldNotContain(word);
        }
        await house.Door.House.As(Access.Viewer.House, async s =>
        {
            var talk = await s.GetRequiredService<House<AccountsDb>>().Db.Talks.AsNoTracking().SingleAsync();
            var words = s.GetRequiredService<Reading>().OpenOwn(talk.Text, Talk.Place(talk.Id))!;
            words.ShouldContain(house.Tara.LastToken);
            words.ShouldContain($"code={code}");
            words.ShouldContain(house.Tara.Asked!["nonce"].ToString());
            talk.Outcome.ShouldBe("entered");
            log.ShouldContain(talk.Mark);
        });
    }

    [Fact]
    public async Task What_was_said_is_forgotten_after_a_year()
    {
        (await TaraHouse.SignIn(guest)).Dispose();
        await Forget();
        Count("SELECT count(*) FROM accounts_talks").ShouldBe(1);
        house.Door.House.Clock.Advance(TimeSpan.FromDays(367));
        await Forget();
        Count("SELECT count(*) FROM accounts_talks").ShouldBe(0);
        Count("SELECT count(*) FROM accounts_identities").ShouldBe(1, "the account is in use");
    }

    private Task Forget() => house.Door.House.As(Access.Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
    {
        foreach (var kept in s.GetServices<IPersonalData>().Single(d => d is PersonalData).Retention)
        {
            await kept.Due(house.Door.House.Clock.GetUtcNow().UtcDateTime - kept.Keep).Forget(100, [], default);
        }
    }));

    private Task Change(Func<Loim.Accounts.Staff.AccountKeeper, Account, Task> change) => Change("mari", change);

    private Task Change(string name, Func<Loim.Accounts.Staff.AccountKeeper, Account, Task> change) =>
        house.Door.House.Change(house.Door.House.Scalar<string>($"SELECT Id FROM accounts_accounts WHERE Name = '{name}'") is var id ? Guid.Parse(id) : default, change);

    private int Count(string sql) => house.Door.House.Scalar<int>(sql);
}

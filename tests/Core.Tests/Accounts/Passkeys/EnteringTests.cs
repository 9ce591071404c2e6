using System.Net;
using Loim.Accounts.Passkeys;
using Loim.Core.Tests.Accounts.Doors;

namespace Loim.Core.Tests.Accounts.Passkeys;

/// <summary>Signing in by a passkey, over the wire; each refusal with the reason that is logged, and with the same words.</summary>
public sealed class EnteringTests : IAsyncLifetime
{
    private PasskeyHouse house = default!;

    public async Task InitializeAsync() => house = await PasskeyHouse.Open();

    public async Task DisposeAsync() => await house.DisposeAsync();

    public static TheoryData<string, string> Refusals => new()
    {
        { nameof(Authenticator.Challenge), "challenge does not match" },
        { nameof(Authenticator.Origin), "invalid origin" },
        { "an origin below", "invalid origin" },
        { nameof(Authenticator.IsFramed), "invalid origin" },
        { nameof(Authenticator.Domain), "Relying Party ID" },
        { nameof(Authenticator.Type), "'webauthn.get'" },
        { nameof(Authenticator.IsPresent), "UserPresent" },
        { nameof(Authenticator.IsVerified), "UserVerified" },
        { nameof(Authenticator.TakeAnotherKey), "signature was invalid" },
        { nameof(Authenticator.Count), "signature counter" },
        { nameof(Authenticator.Id), "does not belong" },
        { "another's handle", "does not belong" },
        { "no account's handle", "does not belong" },
        { "no handle", "missing a user handle" },
        { "a handle that is no id", "does not belong" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task What_is_wrong_with_an_answer_lets_nobody_in(string what, string why)
    {
        using var key = new Authenticator(PasskeyHouse.Address) { Count = 7 };
        (await PasskeyHouse.Add(house.Mari, key)).Dispose();
        (await house.Try(key)).IsIn.ShouldBeTrue("all is well before");
        await Spoil(key, what);
        var (isIn, said) = await house.Try(key);
        isIn.ShouldBeFalse();
        said.ShouldContain("Selle pääsuvõtmega sisse ei saa");
        house.Door.Log.Last(line => line.Contains("Passkey: not let in", StringComparison.Ordinal)).ShouldContain(why);
        house.Door.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'sign-in-failed' AND What = 'passkey'").ShouldBe(1);
    }

    private async Task Spoil(Authenticator key, string what)
    {
        switch (what)
        {
            case nameof(Authenticator.Challenge): key.Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"; break;
            case nameof(Authenticator.Origin): key.Origin = "https://loim.example"; break;
            case "an origin below": key.Origin = "https://evil.loim.rakvere.example"; break;
            case nameof(Authenticator.IsFramed): key.IsFramed = true; break;
            case nameof(Authenticator.Domain): key.Domain = "rakvere.example"; break;
            case nameof(Authenticator.Type): key.Type = "webauthn.create"; break;
            case nameof(Authenticator.IsPresent): key.IsPresent = false; break;
            case nameof(Authenticator.IsVerified): key.IsVerified = false; break;
            case nameof(Authenticator.TakeAnotherKey): key.TakeAnotherKey(); break;
            case nameof(Authenticator.Count): key.Count = 7; break;
            case nameof(Authenticator.Id): key.Id = [1, 2, 3, 4]; break;
            case "another's handle": key.Handle = await HandleOf("jaan"); break;
            case "no account's handle": key.Handle = Handle(Guid.NewGuid()); break;
            case "no handle": key.Handle = null; break;
            default: key.Handle = "bWFyaQ"; break;
        }
    }

    [Fact]
    public async Task Whoever_has_the_key_comes_in_without_a_name_into_a_session_of_their_own()
    {
        using var guest = house.Door.Guest();
        using var answer = await PasskeyHouse.Enter(guest, house.Key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DoorHouse.IsInside(guest)).ShouldBeTrue();
        guest.Cookie.ShouldNotBe(house.Mari.Cookie);
        house.Door.House.Scalar<string>("SELECT What || ' ' || Who FROM house_audit WHERE Action = 'sign-in' ORDER BY Number DESC LIMIT 1").ShouldBe("passkey mari");
        house.Door.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'change' AND What LIKE 'accounts_passkeys %UsedAt%'").ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_is_good_once_also_of_a_key_that_does_not_count()
    {
        var sent = await Taken();
        foreach (var (isIn, why) in new[] { (true, ""), (false, "answered before") })
        {
            house.Door.House.Clock.Advance(TimeSpan.FromSeconds(1));
            using var guest = house.Door.Guest();
            (await guest.Post(PasskeyHouse.SignIn, "passkey", sent)).Dispose();
            (await DoorHouse.IsInside(guest)).ShouldBe(isIn);
            house.Door.Log.Last(line => line.Contains("Passkey: ", StringComparison.Ordinal) || isIn).ShouldContain(why);
        }
    }

    [Fact]
    public async Task Of_two_equal_answers_at_a_time_one_comes_in()
    {
        var sent = await Taken();
        house.Door.House.Clock.Advance(TimeSpan.FromSeconds(1));
        var guests = Enumerable.Range(0, 6).Select(_ => house.Door.Guest()).ToList();
        foreach (var answer in await Task.WhenAll(guests.Select(g => g.Post(PasskeyHouse.SignIn, "passkey", sent)))) { answer.Dispose(); }
        (await Task.WhenAll(guests.Select(DoorHouse.IsInside))).Count(isIn => isIn).ShouldBe(1);
        guests.ForEach(g => g.Dispose());
    }

    [Fact]
    public async Task A_question_is_good_for_five_minutes()
    {
        var sent = await Taken();
        house.Door.House.Clock.Advance(Questions.ValidFor);
        using var guest = house.Door.Guest();
        using var answer = await guest.Post(PasskeyHouse.SignIn, "passkey", sent);
        (await PasskeyHouse.Said(answer)).ShouldContain("liiga kaua lahti");
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
        (await house.Try(house.Key)).IsIn.ShouldBeTrue("a new question");
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("disabled")]
    [InlineData("ended")]
    [InlineData("never here")]
    public async Task Removed_disabled_ended_or_never_here_the_answer_is_the_same(string what)
    {
        using var unknown = new Authenticator(PasskeyHouse.Address) { Handle = house.Key.Handle };
        var (_, expected) = await house.Try(unknown);
        (await house.Try(house.Key)).IsIn.ShouldBeTrue();
        if (what == "removed") { (await house.Mari.Post(await PasskeyHouse.PageOf(house.Mari), "removal")).Dispose(); }
        if (what == "disabled") { await house.Door.House.Change(house.MariId, (keeper, account) => keeper.Disable(account)); }
        if (what == "ended") { await house.Door.House.Change(house.MariId, (keeper, account) => keeper.Change(account, a => a.Until = new(2020, 1, 1))); }
        (await house.Try(what == "never here" ? unknown : house.Key)).ShouldBe((false, expected));
    }

    [Fact]
    public async Task Wrong_passwords_of_others_do_not_lock_it_and_the_thirty_first_attempt_is_one_too_many()
    {
        using var machine = house.Door.Guest();
        for (var i = 0; i < 30; i++) { (await machine.SignIn("mari", "vale parool vale")).Dispose(); }
        using var refused = await PasskeyHouse.Enter(machine, house.Key);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await DoorHouse.IsInside(machine)).ShouldBeFalse();
        (await house.Try(house.Key)).IsIn.ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_for_another_purpose_or_of_another_house_is_none()
    {
        await using var other = await PasskeyHouse.Open();
        foreach (var (from, path) in new[] { (house.Mari, PasskeyHouse.New), (other.Mari, PasskeyHouse.SignIn) })
        {
            using var page = await from.Get(path);
            var question = PasskeyHouse.QuestionOn(await Web.Browser.Read(page));
            using var guest = house.Door.Guest();
            using var answer = await guest.Post(PasskeyHouse.SignIn, "passkey", p => [("Question", question), ("Answer", house.Key.Sign(PasskeyHouse.OptionsOn(p)))]);
            (await PasskeyHouse.Said(answer)).ShouldContain("liiga kaua lahti");
        }
    }

    /// <summary>What somebody's browser is about to send.</summary>
    private async Task<(string, string)[]> Taken()
    {
        using var guest = house.Door.Guest();
        using var answer = await guest.Get(PasskeyHouse.SignIn);
        var page = await Web.Browser.Read(answer);
        return [("Question", PasskeyHouse.QuestionOn(page)), ("Answer", house.Key.Sign(PasskeyHouse.OptionsOn(page)))];
    }

    private async Task<string> HandleOf(string name)
    {
        using var guest = await house.Entered(name);
        using var key = new Authenticator(PasskeyHouse.Address);
        (await PasskeyHouse.Add(guest, key)).Dispose();
        return key.Handle!;
    }

    private static string Handle(Guid account) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(account.ToString()));
}

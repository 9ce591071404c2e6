using System.Net;
using Loim.Accounts.Sessions;

namespace Loim.Core.Tests.Accounts.Doors;

/// <summary>What a cookie is good for, asked over the wire.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly Commands commands = Commands.Listen();
    private DoorHouse house = default!;
    private Guest guest = default!;

    public async Task InitializeAsync()
    {
        house = await DoorHouse.Open();
        guest = house.Guest();
        await house.House.Hire("peeter", "administrator");
        await house.House.Hire("mari", "organiser");
        (await guest.SignIn("mari", Staff.Password)).Dispose();
    }

    public async Task DisposeAsync()
    {
        guest.Dispose();
        await house.DisposeAsync();
        commands.Dispose();
    }

    [Fact]
    public async Task Half_an_hour_without_a_click_ends_it()
    {
        house.House.Clock.Advance(Session.Idle - TimeSpan.FromSeconds(1));
        var kept = guest.Cookie;
        (await Replay(kept)).ShouldBe(HttpStatusCode.OK);
        house.House.Clock.Advance(TimeSpan.FromSeconds(2));
        (await Replay(kept)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Twelve_hours_end_it_however_busy()
    {
        for (var worked = TimeSpan.Zero; worked < Session.Longest - TimeSpan.FromMinutes(20); worked += TimeSpan.FromMinutes(20))
        {
            house.House.Clock.Advance(TimeSpan.FromMinutes(20));
            (await DoorHouse.IsInside(guest)).ShouldBeTrue();
        }
        house.House.Clock.Advance(TimeSpan.FromMinutes(20));
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_out_kills_the_cookie_for_whoever_kept_it()
    {
        var kept = guest.Cookie;
        (await Replay(kept)).ShouldBe(HttpStatusCode.OK);
        using var answer = await guest.SignOut();
        answer.Headers.GetValues("Clear-Site-Data").ShouldHaveSingleItem().ShouldContain("storage");
        (await Replay(kept)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_in_anew_gives_another_session_and_kills_the_one_before()
    {
        var before = guest.Cookie;
        (await guest.SignIn("mari", Staff.Password)).Dispose();
        guest.Cookie.ShouldNotBe(before);
        (await Replay(before)).ShouldBe(HttpStatusCode.Redirect);
        (await Replay(guest.Cookie)).ShouldBe(HttpStatusCode.OK);
        house.House.Scalar<int>("SELECT count(*) FROM accounts_sessions").ShouldBe(1);
    }

    [Fact]
    public async Task A_cookie_that_somebody_was_given_before_signing_in_opens_nothing_afterwards()
    {
        using var other = house.Guest();
        (await other.Get("/accounts/sign-in")).Dispose();
        var given = other.Cookie;
        (await other.SignIn("mari", Staff.Password)).Dispose();
        (await Replay(given)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_cookie_of_another_house_opens_nothing_here()
    {
        await using var other = await DoorHouse.Open();
        await other.House.Hire("mari", "organiser");
        (await Guest.Replay(other.Address, guest.Cookie)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_changed_cookie_opens_nothing()
    {
        var cookie = guest.Cookie;
        var middle = cookie.Length / 2;
        (await Replay(cookie[..middle] + (cookie[middle] == 'A' ? 'B' : 'A') + cookie[(middle + 1)..])).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_thirty_first_attempt_of_a_minute_is_one_too_many_and_hinders_nobody_else()
    {
        using var machine = house.Guest();
        for (var i = 0; i < 30; i++)
        {
            using var answer = await machine.SignIn($"keegi-{i}", "vale parool vale");
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        using var refused = await machine.SignIn("mari", Staff.Password);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("liiga palju katseid");
        using var other = house.Guest();
        (await other.SignIn("mari", Staff.Password)).Dispose();
        (await DoorHouse.IsInside(other)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_request_costs_one_query_to_know_who_asks_and_what_they_may()
    {
        var signedIn = await house.House.SignIn("mari", Staff.Password);
        (await house.House.Next(signedIn))!.Can("events.read").ShouldBeTrue();
        var before = commands.Of(house.House.Store.Path);
        await house.House.Next(signedIn);
        commands.Of(house.House.Store.Path).ShouldBe(before + 1);
    }

    private Task<HttpStatusCode> Replay(string cookie) => Guest.Replay(house.Address, cookie);
}

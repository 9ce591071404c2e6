using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Sessions;
using Loim.Core.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_lets_in_and_is_noted()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        (await house.SignIn("MARI", Staff.Password)).ShouldNotBeNull();
        house.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'sign-in' AND Who = 'mari'").ShouldBe(1);
    }

    [Theory]
    [InlineData("mari", "vale parool vale")]
    [InlineData("mari", "")]
    [InlineData("keegi", Staff.Password)]
    [InlineData("' OR 1=1 --", "' OR 1=1 --")]
    public async Task Anything_else_does_not(string name, string password)
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        (await house.SignIn(name, password)).ShouldBeNull();
        house.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'sign-in-failed'").ShouldBe(1);
        house.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'sign-in-failed' AND Who NOT IN ('', 'mari')").ShouldBe(0);
    }

    [Fact]
    public async Task Five_mistakes_lock_for_five_minutes_even_the_right_password()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => house.SignIn("mari", "vale parool vale")));
        (await house.SignIn("mari", Staff.Password)).ShouldBeNull();
        house.Clock.Advance(Account.LockedFor + TimeSpan.FromSeconds(1));
        (await house.SignIn("mari", Staff.Password)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Four_mistakes_are_forgotten_when_the_fifth_attempt_is_right()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) { await house.SignIn("mari", "vale parool vale"); }
            (await house.SignIn("mari", Staff.Password)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_kept_the_cookie()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        var signedIn = await house.SignIn("mari", Staff.Password);
        (await house.Next(signedIn)).ShouldNotBeNull();
        await house.As(Viewer.Anyone, s =>
        {
            signedIn!.RequestServices = s;
            return s.GetRequiredService<FrontDoor>().Leave(signedIn);
        });
        (await house.Next(signedIn)).ShouldBeNull();
        house.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'sign-out' AND Who = 'mari'").ShouldBe(1);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        var signedIn = await house.SignIn("mari", Staff.Password);
        house.Clock.Advance(Session.Longest - TimeSpan.FromSeconds(1));
        (await house.Next(signedIn)).ShouldNotBeNull();
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        (await house.Next(signedIn)).ShouldBeNull();
    }

    [Theory]
    [InlineData("localhost", "loim=", false)]
    [InlineData("127.0.0.1", "loim=", false)]
    [InlineData("loim.rakvere.example", "__Host-loim=", true)]
    public async Task The_cookie_is_secure_everywhere_but_on_ones_own_machine(string host, string name, bool secure)
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        var cookie = (await house.SignIn("mari", Staff.Password, host))!.Response.Headers.SetCookie.ToString();
        cookie.ShouldStartWith(name);
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.Contains("secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure);
    }

    [Theory]
    [InlineData("/cases", "/cases")]
    [InlineData("/cases?page=2#a", "/cases?page=2#a")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("cases", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/people?q=õ", "/")]
    [InlineData("/people?q=%C3%B5", "/people?q=%C3%B5")]
    [InlineData("/.//evil.example", "/")]
    [InlineData("/cases/..//evil.example", "/")]
    [InlineData("/cases?q=//x", "/cases?q=//x")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/cases\\..\\evil", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Signing_in_leads_to_a_page_of_this_house(string? url, string expected) => ReturnUrl.Of(url).ShouldBe(expected);
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using Loim.Core.Tests.Accounts.Doors;

namespace Loim.Core.Tests.Accounts.Tara;

/// <summary>What a client of TARA must refuse: a row each. Source: security-and-law, chapter 1.</summary>
public sealed class RefusalTests(RefusalTests.OneHouse one) : IClassFixture<RefusalTests.OneHouse>, IDisposable
{
    private static readonly RSA Foreign = RSA.Create(2048);
    private readonly TaraHouse house = one.House;
    private readonly Guest guest = one.House.Door.Guest();

    private const string NotBelieved = "TARA: the ID token is not to be believed: ";

    /// <summary>Each with the reason for which it is refused, as the log tells it: a row that passed for another reason would prove nothing.</summary>
    private static readonly Dictionary<string, (string Why, Func<TaraHouse, Wrong> Wrong)> Tokens = new()
    {
        ["bad signature"] = (NotBelieved + "SecurityTokenInvalidSignatureException IDX10511", _ => new() { Signature = text => Foreign.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) }),
        ["no signature"] = (NotBelieved + "SecurityTokenInvalidSignatureException IDX10504", _ => new() { Signature = _ => [] }),
        ["alg=none"] = (NotBelieved + "SecurityTokenInvalidSignatureException IDX10504", _ => new() { Header = h => h["alg"] = "none", Signature = _ => [] }),
        ["HS256 signed with the public key"] = (NotBelieved + "SecurityTokenInvalidSignatureException IDX10511", house => new() { Header = h => h["alg"] = "HS256", Signature = text => HMACSHA256.HashData(house.Tara.PublicKey, text) }),
        ["RS512"] = (NotBelieved + "SecurityTokenInvalidSignatureException IDX10511", house => new() { Header = h => h["alg"] = "RS512", Signature = house.Tara.SignWithRS512 }),
        ["unknown kid after refetch"] = (NotBelieved + "SecurityTokenSignatureKeyNotFoundException IDX10500", _ => new() { Header = h => h["kid"] = "nobody's" }),
        ["no kid"] = (NotBelieved + "SecurityTokenSignatureKeyNotFoundException IDX10500", _ => new() { Header = h => h.Remove("kid") }),
        ["wrong iss"] = (NotBelieved + "SecurityTokenInvalidIssuerException IDX10205", _ => new() { Claims = c => c["iss"] = "https://tara-test.ria.ee" }),
        ["wrong aud"] = (NotBelieved + "SecurityTokenInvalidAudienceException IDX10214", _ => new() { Claims = c => c["aud"] = "another house" }),
        ["exp past"] = (NotBelieved + "SecurityTokenInvalidLifetimeException IDX10230", _ => new() { Claims = c => c["exp"] = (long)c["iat"] - 20 }),
        ["no exp"] = (NotBelieved + "SecurityTokenInvalidLifetimeException IDX10230", _ => new() { Claims = c => c.Remove("exp") }),
        ["iat in the future"] = (NotBelieved + "SecurityTokenInvalidLifetimeException IDX10230", _ => new() { Claims = c => c["iat"] = (long)c["iat"] + 20 }),
        ["no iat"] = (NotBelieved + "OpenIdConnectProtocolException IDX21314", _ => new() { Claims = c => c.Remove("iat") }),
        ["acr missing"] = (NotBelieved + "OpenIdConnectProtocolException IDX21315", _ => new() { Claims = c => c.Remove("acr") }),
        ["acr lower"] = ("TARA: the level of assurance is too low", _ => new() { Claims = c => c["acr"] = "substantial" }),
        ["acr a number"] = ("TARA: the level of assurance is too low", _ => new() { Claims = c => c["acr"] = "2" }),
        ["amr outside"] = ("TARA: the means of authentication is not one of those allowed", _ => new() { Claims = c => c["amr"] = new[] { "eIDAS" } }),
        ["amr partly outside"] = ("TARA: the means of authentication is not one of those allowed", _ => new() { Claims = c => c["amr"] = new[] { "mID", "password" } }),
        ["amr missing"] = (NotBelieved + "OpenIdConnectProtocolException IDX21316", _ => new() { Claims = c => c.Remove("amr") }),
        ["nonce missing"] = (NotBelieved + "OpenIdConnectProtocolInvalidNonceException IDX21349", _ => new() { Claims = c => c.Remove("nonce") }),
        ["nonce wrong"] = (NotBelieved + "OpenIdConnectProtocolInvalidNonceException IDX21321", _ => new() { Claims = c => c["nonce"] = c["nonce"] + "x" }),
        ["at_hash missing"] = (NotBelieved + "OpenIdConnectProtocolInvalidAtHashException", _ => new() { Claims = c => c.Remove("at_hash") }),
        ["at_hash of another token"] = (NotBelieved + "OpenIdConnectProtocolInvalidAtHashException", _ => new() { Claims = c => c["at_hash"] = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes("another")).AsSpan(0, 16)) }),
        ["sub without a country"] = ("TARA: the subject has not the shape of one", _ => new() { Claims = c => c["sub"] = "59501010017" }),
        ["sub with a bad checksum"] = ("TARA: the subject has not the shape of one", _ => new() { Claims = c => c["sub"] = "EE59501010018" }),
        ["sub of a day that is none"] = ("TARA: the subject has not the shape of one", _ => new() { Claims = c => c["sub"] = "EE59702290019" }),
        ["sub longer than 256"] = ("TARA: the subject has not the shape of one", _ => new() { Claims = c => c["sub"] = "LT" + new string('1', 255) }),
        ["sub missing"] = (NotBelieved + "OpenIdConnectProtocolException IDX21314", _ => new() { Claims = c => c.Remove("sub") }),
        ["state missing"] = ("the answer was not one to what this browser had asked", _ => new() { Answer = a => a.Remove("state") }),
        ["state wrong"] = ("the answer was not one to what this browser had asked", _ => new() { Answer = a => a["state"] = "x" + a["state"] }),
        ["code missing"] = ("the answer was not one to what this browser had asked", _ => new() { Answer = a => a.Remove("code") }),
        ["code never given"] = ("TARA: it refused the code with 400", _ => new() { Answer = a => a["code"] = "0123456789" }),
        ["token endpoint refuses"] = ("TARA: it refused the code with 400", _ => new() { TokenStatus = HttpStatusCode.BadRequest }),
    };

    public static TheoryData<string> Rows => [.. Tokens.Keys];

    [Theory, MemberData(nameof(Rows))]
    public async Task Whatever_is_wrong_with_the_answer_nobody_comes_in_and_a_clear_page_says_so(string what)
    {
        var (why, wrong) = Tokens[what];
        house.Tara.Wrong = wrong(house);
        house.Door.Log.Clear();
        var (before, talks) = (Failures(), Talks());
        using var answer = await TaraHouse.SignIn(guest);
        var page = await guest.Follow(answer);
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Html.ShouldContain("TARA vastust ei saa usaldada");
        await StaysOutside();
        Failures().ShouldBe(before + 1);
        Talks().ShouldBe(talks + (what.StartsWith("state", StringComparison.Ordinal) ? 0 : 1), "an answer to what this browser had asked is kept");
        house.Door.Log.Single(l => l.Contains("ends, ", StringComparison.Ordinal)).TrimEnd().ShouldEndWith($"ends, refused: {why}");
    }

    [Fact]
    public async Task Another_browsers_answer_is_refused_and_leaves_no_row()
    {
        var before = Talks();
        using var back = await TaraHouse.Leave(guest);
        using var other = house.Door.Guest();
        using var answer = await other.Get(back.Headers.Location!.ToString());
        (await other.Follow(answer)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await DoorHouse.IsInside(other)).ShouldBeFalse();
        Talks().ShouldBe(before);
    }

    [Fact]
    public async Task Answers_that_nobody_asked_for_are_written_down_thirty_times_a_minute_and_no_more()
    {
        var before = Failures();
        for (var i = 0; i < 32; i++)
        {
            using var answer = await guest.Get($"{Loim.Accounts.Tara.TaraSettings.Callback}?code=x&state={i}");
            answer.StatusCode.ShouldBe(i < 30 ? HttpStatusCode.Redirect : HttpStatusCode.TooManyRequests);
        }
        Failures().ShouldBe(before + 30);
    }

    [Fact]
    public async Task An_answer_is_good_once()
    {
        using var back = await TaraHouse.Leave(guest);
        (await guest.Get(back.Headers.Location!.ToString())).Dispose();
        (await DoorHouse.IsInside(guest)).ShouldBeTrue();
        using var other = house.Door.Guest();
        foreach (Cookie cookie in guest.Cookies.GetAllCookies()) { if (cookie.Name.StartsWith("tara.", StringComparison.Ordinal)) { other.Cookies.Add(cookie); } }
        using var again = await other.Get(back.Headers.Location!.ToString());
        (await other.Follow(again)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await DoorHouse.IsInside(other)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_is_good_once_even_for_a_browser_that_kept_its_cookie()
    {
        using var back = await TaraHouse.Leave(guest);
        var kept = guest.Cookies.GetAllCookies().Single(c => c.Name.StartsWith("tara.", StringComparison.Ordinal));
        (await guest.Get(back.Headers.Location!.ToString())).Dispose();
        using var other = house.Door.Guest();
        other.Cookies.Add(new Cookie(kept.Name, kept.Value, "/", kept.Domain));
        using var again = await other.Get(back.Headers.Location!.ToString());
        (await other.Follow(again)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await DoorHouse.IsInside(other)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_of_an_earlier_sign_in_is_refused()
    {
        Dictionary<string, object>? earlier = null;
        house.Tara.Wrong = new() { Claims = c => earlier = new(c) };
        (await TaraHouse.SignIn(guest)).Dispose();
        using var other = house.Door.Guest();
        house.Tara.Wrong = new() { Claims = c => c["nonce"] = earlier!["nonce"] };
        (await TaraHouse.SignIn(other)).Dispose();
        (await DoorHouse.IsInside(other)).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_changes_their_mind_at_TARA_is_back_at_the_door_without_a_reproach()
    {
        house.Tara.Wrong = new() { Error = "user_cancel" };
        var before = Failures();
        using var answer = await TaraHouse.SignIn(guest);
        var page = await guest.Follow(answer);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldContain("Katkestasid sisselogimise");
        page.Html.ShouldContain(Uri.EscapeDataString(TaraHouse.ReturnTo));
        await StaysOutside();
        Failures().ShouldBe(before);
    }

    [Theory]
    [InlineData("token 500")]
    [InlineData("token 503")]
    [InlineData("token hangs")]
    [InlineData("server_error")]
    [InlineData("temporarily_unavailable")]
    public async Task When_TARA_is_out_of_order_the_page_says_so_and_the_other_ways_stand_open(string what)
    {
        house.Tara.Wrong = what switch
        {
            "token 500" => new() { TokenStatus = HttpStatusCode.InternalServerError },
            "token 503" => new() { TokenStatus = HttpStatusCode.ServiceUnavailable },
            "token hangs" => new() { TokenHangs = true },
            _ => new() { Error = what },
        };
        using var answer = await TaraHouse.SignIn(guest);
        var page = await guest.Follow(answer);
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Html.ShouldContain("TARA praegu ei vasta");
        page.Html.ShouldContain("name=\"Password\"");
        await StaysOutside();
        using var local = await guest.SignIn("mari", Staff.Password);
        (await DoorHouse.IsInside(guest)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_is_sent_to_a_TARA_that_is_gone_or_calls_itself_otherwise(bool gone)
    {
        await using var other = await TaraHouse.Open();
        using var somebody = other.Door.Guest();
        other.Tara.Wrong = new() { DescribedIssuer = "https://tara.example" };
        if (gone) { await other.Tara.DisposeAsync(); }
        using var answer = await somebody.Get(Loim.Accounts.Tara.TaraDoor.Path);
        (await somebody.Follow(answer)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    public void Dispose()
    {
        house.Tara.Wrong = new();
        guest.Dispose();
    }

    private int Failures() => house.Door.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'sign-in-failed' AND What = 'tara'");

    private int Talks() => house.Door.House.Scalar<int>("SELECT count(*) FROM accounts_talks");

    private async Task StaysOutside()
    {
        guest.Cookies.GetAllCookies().ShouldNotContain(c => c.Name == "loim");
        (await DoorHouse.IsInside(guest)).ShouldBeFalse();
    }

    /// <summary>A row leaves nothing behind that another would see: each has a browser and a machine of its own.</summary>
    public sealed class OneHouse : IAsyncLifetime
    {
        internal TaraHouse House { get; private set; } = default!;

        public async Task InitializeAsync() => House = await TaraHouse.Open(("Tara:Patience", "5"));

        public async Task DisposeAsync() => await House.DisposeAsync();
    }
}

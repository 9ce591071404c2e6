using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts.Tara;

/// <summary>
/// An OpenID provider on loopback that speaks as TARA does: authorization code, answer by a GET redirect, client_secret_basic with both
/// parts escaped, a code for 30 s and one use, a token for 40 s, <c>at_hash</c> in padded base64, profile_attributes.
/// It shares no code with what it tests. What it does wrong is said by <see cref="Wrong"/>.
/// </summary>
internal sealed class TaraProvider : IAsyncDisposable
{
    public const string Client = "loim rakvere", Secret = "s3cret/with+signs=", GivenName = "MARY ÄNN", FamilyName = "O’CONNEŽ-ŠUSLIK";

    private readonly ConcurrentDictionary<string, (IQueryCollection Asked, DateTimeOffset At)> codes = [];
    private readonly TimeProvider time;
    private readonly WebApplication app;
    private RSA key = RSA.Create(2048);
    private string kid = "tara-1";

    private TaraProvider(TimeProvider time, X509Certificate2? certificate)
    {
        this.time = time;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, port => { if (certificate is not null) { port.UseHttps(certificate); } }));
        builder.Services.AddRouting();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Description());
        app.MapGet("/oidc/jwks", () => Keys());
        app.MapGet("/oidc/authorize", Authorize);
        app.MapPost("/oidc/token", Token);
        app.MapGet("/oidc/profile", () => { Profiles++; return Results.Unauthorized(); });
    }

    public string Issuer { get; private set; } = "";
    public Wrong Wrong { get; set; } = new();

    /// <summary>Who sits at the browser.</summary>
    public string Subject { get; set; } = "EE59501010017";
    public IQueryCollection? Asked { get; private set; }
    public int Profiles { get; private set; }
    public int KeysRead { get; private set; }
    public string LastToken { get; private set; } = "";

    /// <param name="certificate">It is spoken to over TLS.</param>
    public static async Task<TaraProvider> Start(TimeProvider time, X509Certificate2? certificate = null)
    {
        var provider = new TaraProvider(time, certificate);
        await provider.app.StartAsync();
        provider.Issuer = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return provider;
    }

    public byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    /// <summary>Good in itself, by the right key, and not what was agreed.</summary>
    public byte[] SignWithRS512(byte[] text) => key.SignData(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);

    /// <summary>As TARA does without notice.</summary>
    public void ChangeKey() => (key, kid) = (RSA.Create(2048), "tara-2");

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Description() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Wrong.DescribedIssuer ?? Issuer,
        ["authorization_endpoint"] = $"{Issuer}/oidc/authorize",
        ["token_endpoint"] = $"{Issuer}/oidc/token",
        ["userinfo_endpoint"] = $"{Issuer}/oidc/profile",
        ["jwks_uri"] = $"{Issuer}/oidc/jwks",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Keys()
    {
        KeysRead++;
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid, n = Base64Url.EncodeToString(numbers.Modulus), e = Base64Url.EncodeToString(numbers.Exponent) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query;
        if (Asked["client_id"] != Client || Asked["response_type"] != "code" || Asked["state"].ToString().Length < 8) { return Results.BadRequest(); }
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        codes[code] = (Asked, time.GetUtcNow());
        var back = new Dictionary<string, string?> { ["state"] = Asked["state"] };
        if (Wrong.Error is { } error) { (back["error"], back["error_description"]) = (error, "User canceled the authentication process."); }
        else { back["code"] = code; }
        Wrong.Answer?.Invoke(back);
        return Results.Redirect(QueryHelpers.AddQueryString(Asked["redirect_uri"]!, back));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        if (Wrong.TokenHangs) { await Task.Delay(Timeout.Infinite, request.HttpContext.RequestAborted); }
        if (Wrong.TokenStatus is { } status) { return Results.StatusCode((int)status); }
        var form = await request.ReadFormAsync();
        var expected = $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(Client)}:{Uri.EscapeDataString(Secret)}"))}";
        if (request.Headers.Authorization != expected) { return Results.Json(new { error = "invalid_client" }, statusCode: 401); }
        if (form["grant_type"] != "authorization_code" || !codes.TryRemove(form["code"].ToString(), out var given) || given.At + TimeSpan.FromSeconds(30) < time.GetUtcNow()
            || given.Asked["redirect_uri"] != form["redirect_uri"])
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }
        var access = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        LastToken = Sign(Claims(given.Asked, access));
        return Results.Json(new { access_token = access, token_type = "bearer", expires_in = 40, id_token = LastToken });
    }

    private Dictionary<string, object> Claims(IQueryCollection asked, string access)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["jti"] = Guid.NewGuid().ToString(), ["iss"] = Issuer, ["aud"] = Client, ["exp"] = now + 40, ["iat"] = now, ["nbf"] = now, ["sub"] = Subject,
            ["profile_attributes"] = new { given_name = GivenName, family_name = FamilyName, date_of_birth = "2095-01-01" },
            ["amr"] = new[] { "mID" }, ["acr"] = "high", ["state"] = asked["state"].ToString(), ["nonce"] = asked["nonce"].ToString(),
            ["at_hash"] = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(access)).AsSpan(0, 16)),
        };
        Wrong.Claims?.Invoke(claims);
        return claims;
    }

    private string Sign(Dictionary<string, object> claims)
    {
        var header = new Dictionary<string, object> { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = kid };
        Wrong.Header?.Invoke(header);
        var text = $"{Part(header)}.{Part(claims)}";
        var signature = Wrong.Signature is { } sign ? sign(Encoding.ASCII.GetBytes(text)) : key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}

/// <summary>What the provider, or somebody between it and the house, does otherwise than it should.</summary>
internal sealed record Wrong
{
    public Action<Dictionary<string, object>>? Claims { get; init; }
    public Action<Dictionary<string, object>>? Header { get; init; }
    public Func<byte[], byte[]>? Signature { get; init; }

    /// <summary>The query with which the browser is sent back.</summary>
    public Action<Dictionary<string, string?>>? Answer { get; init; }
    public string? Error { get; init; }
    public string? DescribedIssuer { get; init; }
    public HttpStatusCode? TokenStatus { get; init; }
    public bool TokenHangs { get; init; }
}

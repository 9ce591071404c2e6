using Loim.Accounts.Tara.Identities;
using System.IdentityModel.Tokens.Jwt;
using Loim.Modules;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Loim.Accounts.Tara;

/// <summary>Believes an ID token, or says why not. Source: TARA's technical specification 1.21, chapter 5.</summary>
internal sealed class TaraTokens(TaraSettings settings, TaraServer server, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);
    private static readonly string[] Levels = ["low", "substantial", "high"];
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TaraProtocol protocol = new();

    public string NewNonce() => protocol.GenerateNonce();

    /// <exception cref="TaraRefusedException">It is not to be believed.</exception>
    public async Task<TaraIdentity> Check(string? idToken, string? accessToken, string? nonce, CancellationToken ct)
    {
        if (idToken is null) { throw new TaraRefusedException("it gave no ID token"); }
        var result = await Validate(idToken, await server.Describe(ct));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException) { result = await Validate(idToken, await server.DescribeAnew(ct)); }
        if (!result.IsValid) { throw Refused(result.Exception); }
        var token = (JsonWebToken)result.SecurityToken;
        CheckProtocol(token, idToken, accessToken, nonce);
        CheckHow(token);
        return TaraIdentity.IsSubject(token.Subject) ? new(token.Issuer, token.Subject) : throw new TaraRefusedException("the subject has not the shape of one");
    }

    private Task<TokenValidationResult> Validate(string idToken, OpenIdConnectConfiguration known) => handler.ValidateTokenAsync(idToken, new TokenValidationParameters
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Client,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKeys = known.SigningKeys,
        TryAllIssuerSigningKeys = false,
        LifetimeValidator = (_, expires, token, _) => IsOfNow(expires, ((JsonWebToken)token).IssuedAt),
    });

    /// <summary>By the house's clock. <c>nbf</c> is not looked at.</summary>
    private bool IsOfNow(DateTime? expires, DateTime issued)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return issued <= now + Skew && expires > now - Skew;
    }

    private void CheckProtocol(JsonWebToken token, string idToken, string? accessToken, string? nonce)
    {
        try
        {
            protocol.ValidateTokenResponse(new()
            {
                ClientId = settings.Client,
                Nonce = nonce,
                ProtocolMessage = new() { IdToken = idToken, AccessToken = accessToken },
                ValidatedIdToken = JwtSecurityTokenConverter.Convert(token),
            });
        }
        catch (OpenIdConnectProtocolException e) { throw Refused(e); }
    }

    /// <summary>What was asked for binds nobody: how sure TARA is, and by what means, stands in the token.</summary>
    private void CheckHow(JsonWebToken token)
    {
        if (Array.IndexOf(Levels, Claims(token, "acr").FirstOrDefault()) < (int)settings.Level) { throw new TaraRefusedException("the level of assurance is too low"); }
        var methods = Claims(token, "amr").ToList();
        if (methods.Count == 0 || methods.Except(settings.AllowedMethods).Any()) { throw new TaraRefusedException("the means of authentication is not one of those allowed"); }
    }

    private static IEnumerable<string> Claims(JsonWebToken token, string type) => token.Claims.Where(c => c.Type == type).Select(c => c.Value);

    /// <summary>The library's messages may hold values out of the token; their kind and number (<c>IDX21314</c>) are enough.</summary>
    private static TaraRefusedException Refused(Exception e) =>
        new($"the ID token is not to be believed: {e.GetType().Name}{(e.Message.StartsWith("IDX", StringComparison.Ordinal) ? $" {e.Message[..8]}" : "")}");
}

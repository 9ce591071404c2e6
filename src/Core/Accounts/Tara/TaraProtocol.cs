using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Loim.Accounts.Tara;

/// <summary>
/// The checks of OpenID Connect beyond the signature, with TARA's one peculiarity: its <c>at_hash</c> is base64 with padding,
/// not base64url, and the library would refuse every sign-in (IDX21348).
/// </summary>
internal sealed class TaraProtocol : OpenIdConnectProtocolValidator
{
    /// <summary>As long as TARA keeps its own page open.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public TaraProtocol() => (NonceLifetime, RequireNonce, RequireSub, RequireAcr, RequireAmr) = (Longest, true, true, true, true);

    public override void ValidateTokenResponse(OpenIdConnectProtocolValidationContext validationContext)
    {
        base.ValidateTokenResponse(validationContext);
        // The library lets a token without the claim pass.
        ValidateAtHash(validationContext);
    }

    protected override void ValidateAtHash(OpenIdConnectProtocolValidationContext validationContext)
    {
        var half = SHA256.HashData(Encoding.ASCII.GetBytes(validationContext.ProtocolMessage.AccessToken)).AsSpan(0, 16);
        var said = Encoding.UTF8.GetBytes(validationContext.ValidatedIdToken.Payload.GetValueOrDefault("at_hash") as string ?? "");
        var padded = CryptographicOperations.FixedTimeEquals(said, Encoding.ASCII.GetBytes(Convert.ToBase64String(half)));
        var standard = CryptographicOperations.FixedTimeEquals(said, Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(half.ToArray())));
        if (!padded && !standard) { throw new OpenIdConnectProtocolInvalidAtHashException("at_hash does not belong to the access token."); }
    }
}

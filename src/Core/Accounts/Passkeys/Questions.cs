using System.Globalization;
using System.Security.Cryptography;
using Loim.Modules;
using Microsoft.AspNetCore.DataProtection;

namespace Loim.Accounts.Passkeys;

/// <param name="Options">What the browser is told, as WebAuthn's JSON.</param>
/// <param name="Sealed">What the house will compare the answer with; it travels with the page, and nobody can read or change it.</param>
internal sealed record Question(string Options, string Sealed);

/// <summary>Questions that a key answers by signing them: each for one purpose, for five minutes.</summary>
[Singleton]
internal sealed class Questions(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(5);

    public Question Seal(string purpose, string options, string state) => new(options, For(purpose).Protect($"{Now.Ticks} {state}"));

    /// <returns>Null when it was made for something else, too long ago, or not by this house.</returns>
    public (string State, DateTime AskedAt)? Open(string purpose, string text)
    {
        try
        {
            var parts = For(purpose).Unprotect(text).Split(' ', 2);
            var askedAt = new DateTime(long.Parse(parts[0], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return askedAt + ValidFor > Now ? (parts[1], askedAt) : null;
        }
        catch (CryptographicException) { return null; }
    }

    private IDataProtector For(string purpose) => protection.CreateProtector("Loim.Accounts.Passkeys", purpose);

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}

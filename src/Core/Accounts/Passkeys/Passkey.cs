using Loim.Modules;
using Microsoft.AspNetCore.Identity;

namespace Loim.Accounts.Passkeys;

/// <summary>The public half of a key that an owner's device or key ring keeps; what the device said of itself is not kept.</summary>
[Processing("purpose.passkey", LawfulBasis.PublicTask, "retention.passkey", IsOfStaff = true)]
internal sealed class Passkey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public Account? Account { get; init; }

    /// <summary>As its owner calls it.</summary>
    public required string Name { get; set; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required DateTime MadeAt { get; init; }
    public DateTime? UsedAt { get; private set; }
    public long SignCount { get; private set; }
    public bool IsBackupEligible { get; private init; }
    public bool IsBackedUp { get; private set; }

    public static Passkey Of(UserPasskeyInfo made, Guid account, string name, DateTime now) => new()
    {
        AccountId = account, Name = name, CredentialId = made.CredentialId, PublicKey = made.PublicKey, MadeAt = now,
        SignCount = made.SignCount, IsBackupEligible = made.IsBackupEligible, IsBackedUp = made.IsBackedUp,
    };

    public UserPasskeyInfo ToInfo() =>
        new(CredentialId, PublicKey, MadeAt, (uint)SignCount, null, isUserVerified: true, IsBackupEligible, IsBackedUp, [], []);

    /// <returns>False when the question is older than the last answer: an answer is good once, also where the key does not count.</returns>
    public bool Use(UserPasskeyInfo used, DateTime askedAt, DateTime now)
    {
        if (askedAt <= UsedAt) { return false; }
        (UsedAt, SignCount, IsBackedUp) = (now, used.SignCount, used.IsBackedUp);
        return true;
    }
}

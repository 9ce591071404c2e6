using Loim.Data;
using Loim.Modules;

namespace Loim.Accounts.Tara.Talks;

/// <summary>
/// One talk with TARA: what was asked, the answer's address and the ID token in full, so that it can be rebuilt when something is
/// disputed. It names a person, and is kept sealed. Source: TARA's technical specification 1.21, logging.
/// </summary>
[Processing("purpose.talk", LawfulBasis.LegalDuty, "retention.talk", IsOfStaff = true)]
internal sealed class Talk
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }

    /// <summary>By which the lines of the technical log find it.</summary>
    public required string Mark { get; init; }
    public required string Outcome { get; init; }
    public Guid? AccountId { get; init; }
    public required Secret Text { get; init; }

    public static SecretPlace Place(Guid talk) => new("accounts_talks", nameof(Text), talk);
}

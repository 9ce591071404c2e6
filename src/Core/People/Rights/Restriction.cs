using Loim.Data;
using Loim.Modules;

namespace Loim.People.Rights;

/// <summary>From its day until it is lifted one record of a person is shown, and neither changed nor reported.</summary>
[Processing("purpose.rights", LawfulBasis.LegalDuty, "retention.person")]
internal sealed class Restriction
{
    public const int LongestReason = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }

    [Special]
    public required Secret Reason { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public DateTime? LiftedAt { get; private set; }
    public string? LiftedBy { get; private set; }

    public static SecretPlace ReasonPlace(Guid id) => new("people_restrictions", nameof(Reason), id);

    public void Lift(DateTime at, string by) => (LiftedAt, LiftedBy) = (at, by);
}

using Loim.Data;
using Loim.Modules;

namespace Loim.People.Rights;

/// <summary>What one detail of a person said before it was set right.</summary>
/// <remarks>Source: GDPR article 16.</remarks>
[Processing("purpose.rights", LawfulBasis.LegalDuty, "retention.person")]
internal sealed class Correction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }

    /// <summary>Key of its label: <c>family-name</c>; of a child in the person's household <c>child.name</c>.</summary>
    public required string Field { get; init; }

    /// <summary>As it was shown: a personal code is masked.</summary>
    [Special]
    public required Secret Before { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }

    public static SecretPlace BeforePlace(Guid id) => new("people_corrections", nameof(Before), id);
}

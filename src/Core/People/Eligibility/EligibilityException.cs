using Loim.Data;
using Loim.Modules;

namespace Loim.People.Eligibility;

/// <summary>Somebody with the right to do so served a person whom the rule leaves out, and said why.</summary>
[Processing("purpose.eligibility", LawfulBasis.PublicTask, "retention.person")]
internal sealed class EligibilityException
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    [Special]
    public required Secret Reason { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day; null until it is ended.</summary>
    public DateOnly? Until { get; init; }
    public required Guid By { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
    public DateTime? EndedAt { get; private set; }

    public static SecretPlace ReasonPlace(Guid exception) => new("people_eligibility_exceptions", nameof(Reason), exception);

    public void End(DateTime at) => EndedAt ??= at;
}

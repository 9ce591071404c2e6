using Loim.Data;
using Loim.Modules;

namespace Loim.DataProtection.Rights.Forgetting;

internal enum ErasureOutcome { Waiting, Erased, Kept }

/// <summary>A person asked to be forgotten: what was erased, what had to be kept, on what ground and until when. It names nobody.</summary>
/// <remarks>Source: GDPR articles 17 and 5(2).</remarks>
[Processing("purpose.erasure", LawfulBasis.LegalDuty, "retention.erasure")]
internal sealed class Erasure
{
    public const int LongestReason = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The bare id: nothing belongs to it when all is erased.</summary>
    public required Guid PersonId { get; init; }

    [Special]
    public required Secret Reason { get; init; }

    /// <summary>It was never lawful to keep it, so nothing holds it.</summary>
    public required bool IsUnlawful { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public DateTime? FinishedAt { get; private set; }
    public List<ErasedPart> Parts { get; private init; } = [];

    public static SecretPlace ReasonPlace(Guid id) => new("data_protection_erasures", nameof(Reason), id);

    public void Finish(DateTime at) => FinishedAt = Parts.TrueForAll(p => p.Outcome != ErasureOutcome.Waiting) ? at : null;
}

/// <summary>What became of one module's records.</summary>
[Processing("purpose.erasure", LawfulBasis.LegalDuty, "retention.erasure")]
internal sealed class ErasedPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ErasureId { get; private init; }
    public required string Module { get; init; }

    /// <summary>Its place in the order: whatever refers to the person goes before the person.</summary>
    public required int Number { get; init; }
    public required ErasureOutcome Outcome { get; set; }

    /// <summary>Kept, or touched by the erasing.</summary>
    public required int Records { get; set; }

    /// <summary>Of what is kept: the kind of record whose period holds it.</summary>
    public string? What { get; init; }

    /// <summary>The last day on which it is kept.</summary>
    public DateOnly? KeptUntil { get; init; }
    public DateTime? ErasedAt { get; private set; }

    public void Done(int records, DateTime at) => (Outcome, Records, ErasedAt) = (ErasureOutcome.Erased, records, at);
}

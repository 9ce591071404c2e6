using Loim.Modules;
using Loim.Programme.Planning;

namespace Loim.Programme.Spendings;

/// <summary>Money was committed on a plan line, paid, or an earlier record of it was voided or restored.</summary>
public sealed record SpendingRecorded(Guid Spending) : IFact;

internal enum SpendingState { Committed, Paid, Void }

/// <summary>Money on a plan line: first committed by an order or contract, then paid. Never deleted; a mistake is voided.</summary>
internal sealed class Spending
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid LineId { get; init; }
    public PlanLine? Line { get; init; }
    public required DateOnly CommittedOn { get; init; }
    public required long CommittedCents { get; init; }

    /// <summary>Null while it is only committed.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>May differ from what was committed.</summary>
    public long? PaidCents { get; private set; }

    /// <summary>Number of the invoice, order or contract.</summary>
    public required string Document { get; set; }
    public required string Description { get; init; }
    public required Guid By { get; init; }
    public required DateTime At { get; init; }
    public string? VoidReason { get; private set; }
    public DateTime? VoidedAt { get; private set; }
    public Guid? VoidedBy { get; private set; }

    public bool IsVoid => VoidedAt is not null;
    public SpendingState State => IsVoid ? SpendingState.Void : PaidOn is null ? SpendingState.Committed : SpendingState.Paid;

    /// <summary>What counts today: paid, or still bound.</summary>
    public long Cents => PaidCents ?? CommittedCents;

    /// <summary>Cents that were bound, and not yet paid, at the end of the day.</summary>
    public long CommittedAt(DateOnly day) => IsVoid || CommittedOn > day || PaidOn <= day ? 0 : CommittedCents;

    /// <summary>Cents paid by the end of the day.</summary>
    public long PaidAt(DateOnly day) => IsVoid || PaidOn is null || PaidOn > day ? 0 : PaidCents!.Value;

    /// <summary>Cents paid within the period.</summary>
    public long PaidIn(Period period) => !IsVoid && PaidOn is { } on && period.Contains(on) ? PaidCents!.Value : 0;

    public void Pay(DateOnly on, long cents)
    {
        if (IsVoid || PaidOn is not null) { throw new InvalidOperationException("Only what is committed can be paid."); }
        ArgumentOutOfRangeException.ThrowIfLessThan(on, CommittedOn);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cents);
        (PaidOn, PaidCents) = (on, cents);
    }

    public void Void(string reason, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (IsVoid) { throw new InvalidOperationException("It is void already."); }
        (VoidReason, VoidedBy, VoidedAt) = (reason, by, at);
    }

    /// <summary>Takes the voiding back.</summary>
    public void Restore() => (VoidReason, VoidedBy, VoidedAt) = (null, null, null);
}

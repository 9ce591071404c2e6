using Loim.Modules;

namespace Loim.Programme.Order;

/// <summary>A target of an indicator, as the order prints it.</summary>
internal sealed class IndicatorTarget
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Indicator { get; init; }

    /// <summary>To be reached by the end of this year.</summary>
    public required int Year { get; init; }
    public required long Amount { get; set; }
}

/// <summary>
/// Evidence of an indicator that no module's work yields: an opening record, which cites the order, or one that a person made with its source.
/// Never deleted; a mistake is voided.
/// </summary>
internal sealed class IndicatorRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Indicator { get; init; }

    /// <summary>Whose contribution it is, spelt as <see cref="Deployment.Owner"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>An opening record stands on the last day of the year that the order names.</summary>
    public required DateOnly On { get; init; }
    public required long Amount { get; init; }

    /// <summary>Table of the order that an opening record cites.</summary>
    public string? SourceTable { get; init; }
    public string? Order { get; init; }
    public DateOnly? OrderedOn { get; init; }

    /// <summary>What proves it, where a person recorded it.</summary>
    public string? Source { get; init; }
    public required Guid By { get; init; }
    public required DateTime At { get; init; }
    public DateTime? VoidedAt { get; private set; }

    public bool IsOpening => SourceTable is not null;
    public bool IsVoid => VoidedAt is not null;

    /// <exception cref="InvalidOperationException">What the order says is not ours to take back.</exception>
    public void Void(DateTime at) => VoidedAt = IsOpening ? throw new InvalidOperationException("An opening record is the order's.") : at;

    public void Restore() => VoidedAt = null;
}

namespace Loim.Programme.Planning;

/// <summary>The activity plan of one year, as the minister's order prints it: lines of all owners.</summary>
internal sealed class Plan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required int Year { get; init; }

    /// <summary>Number of the order that approved it, where it is known.</summary>
    public string? Order { get; set; }
    public DateOnly? OrderedOn { get; set; }
    public required DateTime ImportedAt { get; set; }
}

/// <summary>One printed line. What the source misprints stays as it was printed; its oddities are warnings, not corrections.</summary>
internal sealed class PlanLine
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public Guid? ParentId { get; set; }

    /// <summary>From 1, in the order of print.</summary>
    public required int Position { get; set; }
    public required string Owner { get; init; }

    /// <summary>As printed: <c>liit</c> for the implementer, <c>linn</c> or <c>vald</c> for a partner.</summary>
    public required string OwnerKind { get; set; }
    public required string Code { get; init; }
    public required string ParentCode { get; init; }
    public required string TitleEt { get; init; }
    public required string TitleEn { get; set; }
    public string Title => PlanLineCards.ForReader(TitleEt, TitleEn).Text;
    public string? TitleLang => PlanLineCards.ForReader(TitleEt, TitleEn).Lang;

    /// <summary>Printed days; the ends are last days, included.</summary>
    public DateOnly? OverallStart { get; set; }
    public DateOnly? OverallEnd { get; set; }
    public DateOnly? PlanStart { get; set; }
    public DateOnly? PlanEnd { get; set; }
    public required long BudgetCents { get; set; }

    /// <summary>One or more parties, as printed; may be empty.</summary>
    public required string Responsible { get; set; }
    public required bool IsGroup { get; set; }
    public required string SourceTable { get; set; }

    /// <summary>What whoever transcribed the order remarked on this line.</summary>
    public required string Note { get; set; }
}

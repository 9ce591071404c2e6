using Loim.Modules;

namespace Loim.Cases.Casework;

/// <summary>A case as lists show it, with the stage that its data say: a row of the view <c>cases_cards</c>.</summary>
[ReadModel]
internal sealed class CaseCard
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public Guid Owner { get; init; }
    public string OwnerName { get; init; } = "";
    public string? Organisation { get; init; }
    public DateOnly OpenedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public Stage Stage { get; init; }

    /// <summary>The first day on which a step that is not done is due.</summary>
    public DateOnly? NextDue { get; init; }
    public int Steps { get; init; }
    public int StepsDone { get; init; }
}

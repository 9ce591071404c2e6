using Loim.People;

namespace Tallinn.MentalHealth.Sessions;

/// <summary>That a group was met, and how many came; never who, and never what was said.</summary>
/// <remarks>Source: TLN-11.</remarks>
internal sealed class GroupSession
{
    public const int Fewest = 2, Most = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid Specialist { get; init; }

    /// <summary>What the specialist calls the group, so that its next session begins where the last one stood. Names nobody.</summary>
    public string? Group { get; init; }
    public required DateOnly Day { get; init; }
    public required int Minutes { get; init; }
    public required SpokenLanguage Language { get; init; }
    public required int Participants { get; init; }
    public required Guid? PlanLine { get; init; }
}

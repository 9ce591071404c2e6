namespace Tartu.ParticipationCouncil.Meetings;

/// <summary>One sitting of a council: what it is about, and later what came out of it. Everybody may read both.</summary>
internal sealed class CouncilMeeting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required DateOnly Day { get; set; }
    public required TimeOnly Start { get; set; }
    public required string Place { get; set; }
    public required string Agenda { get; set; }

    /// <summary>Null until it was held.</summary>
    public string? Outcome { get; set; }
    public Guid? PlanLine { get; set; }
}

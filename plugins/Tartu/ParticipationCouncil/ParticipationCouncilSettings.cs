using System.ComponentModel.DataAnnotations;

namespace Tartu.ParticipationCouncil;

internal sealed record ParticipationCouncilSettings : Settings
{
    /// <summary>Within how many days a proposal is answered.</summary>
    [Range(1, 365)]
    public int AnswerDays { get; init; } = 30;

    /// <summary>How long after a member's term name and address are kept, in days; as long the personal link opens.</summary>
    [Range(1, 3650)]
    public int KeepNamesDays { get; init; } = 365;
}

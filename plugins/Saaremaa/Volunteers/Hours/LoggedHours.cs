namespace Saaremaa.Volunteers.Hours;

/// <summary>What a volunteer did on one day.</summary>
[Processing("purpose.volunteer", LawfulBasis.Consent, "volunteer")]
internal sealed class LoggedHours
{
    public const int Most = 16;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid VolunteerId { get; init; }
    public required DateOnly Day { get; set; }

    /// <summary>Whole hours, 1 to 16.</summary>
    public required int Hours { get; set; }

    /// <summary>One of <see cref="Volunteer.AllSkills"/>.</summary>
    public required string Skill { get; set; }
    public required DateTime LoggedAt { get; init; }

    /// <summary>They were not given after all: counted nowhere, and may be put back.</summary>
    public DateTime? TakenBackAt { get; private set; }

    /// <summary>By link the volunteer puts a slip right for a day; after that the figure may have been used, and the keeper does.</summary>
    public bool IsFresh(DateTime now) => now < LoggedAt.AddDays(1);

    public void TakeBack(DateTime now) => TakenBackAt = now;

    public void PutBack() => TakenBackAt = null;
}

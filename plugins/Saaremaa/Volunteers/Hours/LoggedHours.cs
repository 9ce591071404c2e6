namespace Saaremaa.Volunteers.Hours;

/// <summary>What a volunteer did on one day.</summary>
[Processing("purpose.volunteer", LawfulBasis.Consent, "volunteer")]
internal sealed class LoggedHours
{
    public const int Most = 16;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid VolunteerId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Whole hours, 1 to 16.</summary>
    public required int Hours { get; init; }

    /// <summary>One of <see cref="Volunteer.AllSkills"/>.</summary>
    public required string Skill { get; init; }
    public required DateTime LoggedAt { get; init; }

    /// <summary>A slip is taken back by the volunteer for a day; after that the figure may have been used.</summary>
    public bool MayTakeBack(DateTime now) => now < LoggedAt.AddDays(1);
}

namespace Saaremaa.Volunteers;

/// <summary>Somebody who helps unpaid. They need not be on the register of people; their own id stands for them then.</summary>
[Processing("purpose.volunteer", LawfulBasis.Consent, "volunteer")]
internal sealed class Volunteer
{
    public const int LongestName = 120;
    public static readonly IReadOnlyList<string> AllSkills = ["language-friend", "translation", "errands", "children", "crafts", "sport", "events", "transport"];
    public static readonly IReadOnlyList<string> LetterLanguages = ["et", "en", "ru", "uk"];
    public static readonly IReadOnlyList<string> AllLanguages = [.. LetterLanguages, "other"];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Sealed<string> Name { get; set; }
    public required Sealed<string> Email { get; set; }

    /// <summary>Out of <see cref="AllLanguages"/>.</summary>
    public required List<string> Languages { get; set; }

    /// <summary>Out of <see cref="AllSkills"/>.</summary>
    public required List<string> Skills { get; set; }

    /// <summary>The day on which the background was checked; null: not yet.</summary>
    public DateOnly? CheckedOn { get; set; }

    /// <summary>Out of <see cref="LetterLanguages"/>.</summary>
    public required string Language { get; set; }

    /// <summary>Left on this day; what was logged stays counted.</summary>
    public DateOnly? LeftOn { get; private set; }

    public bool IsChecked(DateOnly on, int months) => CheckedOn is { } day && on < day.AddMonths(months);

    public void Leave(DateOnly on) => LeftOn ??= on;

    public void Return() => LeftOn = null;
}

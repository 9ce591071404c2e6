namespace Saaremaa.Volunteers.Matching;

/// <summary>A volunteer for a need, with the reasons; texts <c>reason.{key}</c>.</summary>
internal sealed record Suggestion(Volunteer Volunteer, IReadOnlyList<string> Reasons, int Hours)
{
    public const int ShortList = 5;

    /// <summary>Those who speak the language and can do it, both where both are asked; checked ones first, then those who gave least lately.</summary>
    /// <param name="language">Null: any.</param>
    /// <param name="skill">Null: any.</param>
    /// <param name="hours">Hours of late by volunteer.</param>
    public static IReadOnlyList<Suggestion> For(IEnumerable<Volunteer> all, string? language, string? skill, IReadOnlyDictionary<Guid, int> hours, DateOnly today, int checkMonths) =>
        [.. all.Where(v => v.LeftOn is null && (language is null || v.Languages.Contains(language)) && (skill is null || v.Skills.Contains(skill)))
            .Select(v => new Suggestion(v, [.. Why(v, language, skill, today, checkMonths)], hours.GetValueOrDefault(v.Id)))
            .OrderByDescending(s => s.Volunteer.IsChecked(today, checkMonths)).ThenBy(s => s.Hours).ThenBy(s => s.Volunteer.Id).Take(ShortList)];

    private static IEnumerable<string> Why(Volunteer volunteer, string? language, string? skill, DateOnly today, int checkMonths)
    {
        if (language is not null) { yield return "language"; }
        if (skill is not null) { yield return "skill"; }
        yield return volunteer.IsChecked(today, checkMonths) ? "checked" : "unchecked";
    }
}

namespace Loim.Events;

/// <summary>Codes of the kinds of events; their names are the texts <c>kind.{code}</c> of the module.</summary>
/// <remarks>Source: the ministerial order's activity plan, RKV-03, RKV-04.</remarks>
public static class EventKind
{
    public const string LanguageCafe = "language-cafe";
    public const string IntegrationCafe = "integration-cafe";
    public const string IntegrationClub = "integration-club";
    public const string InfoDay = "info-day";

    /// <summary>A short session; not counted as an info day.</summary>
    public const string InfoHour = "info-hour";

    /// <summary>Teaches skills to staff; counted by the order.</summary>
    public const string Training = "training";

    /// <summary>Teaches the target group, over several meetings; not counted as a training.</summary>
    public const string Course = "course";
    public const string Seminar = "seminar";
    public const string OffsiteSeminar = "offsite-seminar";
    public const string StudyTrip = "study-trip";
    public const string JobShadowing = "job-shadowing";
    public const string ExchangeMeeting = "exchange-meeting";
    public const string RoundTable = "round-table";
    public const string CultureEvent = "culture-event";

    public static IReadOnlyList<string> All { get; } =
    [
        LanguageCafe, IntegrationCafe, IntegrationClub, InfoDay, InfoHour, Training, Course, Seminar, OffsiteSeminar, StudyTrip,
        JobShadowing, ExchangeMeeting, RoundTable, CultureEvent,
    ];
}

using Loim.Events;

namespace Rakvere.Library.Activities;

/// <summary>The library's half of a joint record of the community house: what the event beside it does not say. Who was there is
/// counted in the event alone, once for both partners.</summary>
/// <remarks>Source: RKV-02, RKV-04.</remarks>
internal sealed class Activity
{
    public static readonly IReadOnlyList<string> Languages = ["et", "en", "ru", "uk"];

    /// <summary>Kinds of events that are held in the community house.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        [EventKind.LanguageCafe, EventKind.IntegrationCafe, EventKind.IntegrationClub, EventKind.InfoHour, EventKind.CultureEvent, EventKind.Course];

    /// <summary>What has not ended has no headcount yet.</summary>
    /// <remarks>By the clock on the wall, whose hours are not all there on the day when summer time begins.</remarks>
    public static bool LiesAhead(DateOnly day, TimeOnly end, DateTimeOffset now) => day.ToDateTime(end) > TimeZoneInfo.ConvertTime(now, Days.Zone).DateTime;

    /// <summary>The last day on which what ends at that hour is over.</summary>
    public static DateOnly LastOver(TimeOnly end, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Days.Zone).DateTime);
        return LiesAhead(today, end, now) ? today.AddDays(-1) : today;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EventId { get; init; }
    public required string Room { get; set; }

    /// <summary>The language that is practised or spoken.</summary>
    public required string Language { get; set; }

    /// <summary>Whom the library holds it with; both report the same record.</summary>
    public required string Partner { get; set; }

    /// <summary>The other half stands in the event, which keeps its own place and name.</summary>
    public void Change(ActivityWords it) => (Room, Language, Partner) = (it.Room, it.Language, it.Partner);
}

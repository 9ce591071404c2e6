namespace Loim.Modules;

/// <summary>Instants are UTC; days are those of Estonia.</summary>
public static class Days
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn");

    /// <summary>Today in Estonia.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);

    /// <summary>The day in Estonia on which the instant falls.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>Days as people count them: from Friday evening to Monday morning it is three.</summary>
    public static int Between(DateTime fromUtc, DateTime untilUtc) => DayOf(untilUtc).DayNumber - DayOf(fromUtc).DayNumber;

    /// <summary>The instant of a wall-clock time in Estonia.</summary>
    public static DateTime Instant(DateOnly day, TimeOnly time) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), Zone);
}

namespace Tallinn.IntegrationChamber.Meetings;

public enum QuarterState { Held, Planned, Due, ToCome, Missed }

/// <summary>Four meetings a year, one in each quarter, and what became of each.</summary>
/// <remarks>Source: TLN-08.</remarks>
internal static class ChamberYear
{
    public static IReadOnlyList<QuarterState> Of(int year, IReadOnlyCollection<ChamberMeeting> meetings, DateOnly today) =>
        [.. Enumerable.Range(1, 4).Select(quarter => StateOf(Period.Quarter(year, quarter), [.. meetings.Where(m => !m.IsCancelled)], today))];

    private static QuarterState StateOf(Period quarter, IReadOnlyCollection<ChamberMeeting> meetings, DateOnly today)
    {
        var own = meetings.Where(m => quarter.Contains(m.Day)).ToList();
        if (own.Exists(m => m.Present is not null)) { return QuarterState.Held; }
        if (today >= quarter.Until) { return QuarterState.Missed; }
        if (own.Exists(m => m.Day >= today)) { return QuarterState.Planned; }
        return today >= quarter.From ? QuarterState.Due : QuarterState.ToCome;
    }
}

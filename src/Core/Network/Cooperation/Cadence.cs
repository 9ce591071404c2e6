using Loim.Modules;

namespace Loim.Network.Cooperation;

/// <summary>How often a network is to meet: in each quarter but those that pause, or so many times a year.</summary>
/// <remarks>Source: TRT-11 (Q1, Q2 and Q4, pause in Q3), TLN-14 (quarterly), RKV-11 (twice a year), PRN-09 (at least two a year).</remarks>
/// <param name="TimesAYear">0: by quarters.</param>
/// <param name="PausedQuarters">1 to 4.</param>
internal sealed record Cadence(int TimesAYear, IReadOnlyList<int> PausedQuarters)
{
    public static Cadence Quarterly(params int[] paused) => new(0, paused);

    public static Cadence Yearly(int times) => new(times, []);

    /// <summary>The year's periods in order, and what became of each.</summary>
    /// <param name="held">Days of meetings that were held.</param>
    /// <param name="planned">Days of meetings to come.</param>
    public IReadOnlyList<Turn> Of(int year, IReadOnlyCollection<DateOnly> held, IReadOnlyCollection<DateOnly> planned, DateOnly today)
    {
        if (TimesAYear == 0)
        {
            return [.. Enumerable.Range(1, 4).Select(quarter => new Turn(Period.Quarter(year, quarter), quarter,
                PausedQuarters.Contains(quarter) ? TurnState.Paused : StateOf(Period.Quarter(year, quarter), 1, held, planned, today)))];
        }
        var whole = Period.Year(year);
        return [.. Enumerable.Range(1, TimesAYear).Select(nth => new Turn(whole, nth, StateOf(whole, nth, held, planned, today)))];
    }

    /// <summary>Of the nth meeting that the period asks for.</summary>
    private static TurnState StateOf(Period period, int nth, IReadOnlyCollection<DateOnly> held, IReadOnlyCollection<DateOnly> planned, DateOnly today)
    {
        var done = held.Count(period.Contains);
        if (done >= nth) { return TurnState.Held; }
        if (today >= period.Until) { return TurnState.Missed; }
        if (planned.Count(d => period.Contains(d) && d >= today) >= nth - done) { return TurnState.Planned; }
        return today >= period.From ? TurnState.Due : TurnState.ToCome;
    }
}

/// <summary>One time that a network is to meet.</summary>
/// <param name="Number">The quarter, or the how-manieth of the year.</param>
internal sealed record Turn(Period Period, int Number, TurnState State);

internal enum TurnState { Held, Planned, Due, ToCome, Missed, Paused }

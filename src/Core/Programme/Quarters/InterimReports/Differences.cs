namespace Loim.Programme.Quarters.InterimReports;

internal enum Matter { EuropeanShare, Planned, Committed, Spent, Paid, Story, Figure, Work }

/// <summary>One thing that a report said otherwise than the records say now.</summary>
/// <param name="Line">Null for what is said of the whole; the empty key stands for work on no line.</param>
/// <param name="Figure">Code of a figure.</param>
/// <param name="Said">Cents or a count; null where nothing was said, and of a story.</param>
internal sealed record Difference(Matter Matter, Guid? Line, string? Figure, long? Said, long? Now);

/// <summary>What two statements of a quarter say differently, line by line, then figure by figure.</summary>
internal static class Differences
{
    public static IReadOnlyList<Difference> Between(QuarterStatement said, QuarterStatement now)
    {
        List<Difference> all = [];
        if (said.EuropeanShare != now.EuropeanShare) { all.Add(new(Matter.EuropeanShare, null, null, said.EuropeanShare, now.EuropeanShare)); }
        var (before, after) = (said.Lines.ToDictionary(l => l.Key), now.Lines.ToDictionary(l => l.Key));
        foreach (var key in Both(now.Lines.Select(l => l.Key), before.Keys)) { all.AddRange(OfLine(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key))); }
        var (counted, counts) = (said.Figures.ToDictionary(f => f.Code), now.Figures.ToDictionary(f => f.Code));
        foreach (var code in Both(counts.Keys, counted.Keys).Order(StringComparer.Ordinal)) { all.AddRange(OfFigure(code, counted.GetValueOrDefault(code), counts.GetValueOrDefault(code))); }
        return all;
    }

    private static IEnumerable<Difference> OfLine(Guid key, StatedLine? said, StatedLine? now)
    {
        // A group's money is that of the lines below it; only its words are its own.
        if ((now ?? said)!.IsGroup) { said = said is null ? null : WithoutMoney(said); now = now is null ? null : WithoutMoney(now); }
        if (Changed(Matter.Planned, l => l.Planned) is { } planned) { yield return planned; }
        if (Changed(Matter.Committed, l => l.Committed) is { } committed) { yield return committed; }
        if (Changed(Matter.Spent, l => l.Spent) is { } spent) { yield return spent; }
        // What was paid in the quarter was paid since the year's start as well: one cause is said once.
        if (Changed(Matter.Paid, l => l.Paid - l.Spent) is not null && Changed(Matter.Paid, l => l.Paid) is { } paid) { yield return paid; }
        if ((said?.Story ?? "") != (now?.Story ?? "")) { yield return new(Matter.Story, key, null, null, null); }

        Difference? Changed(Matter matter, Func<StatedLine, long> of) =>
            (said is null ? 0 : of(said)) == (now is null ? 0 : of(now)) ? null : new(matter, key, null, said is null ? null : of(said), now is null ? null : of(now));
    }

    private static IEnumerable<Difference> OfFigure(string code, StatedFigure? said, StatedFigure? now)
    {
        // A module that was switched on since, and has counted nothing, says nothing new.
        if (said is null || now is null ? (said ?? now)!.Value is > 0 : said.Value != now.Value || said.HasFailed != now.HasFailed) { yield return new(Matter.Figure, null, code, said?.Value, now?.Value); }
        var (before, after) = (WorkOf(said), WorkOf(now));
        foreach (var line in Both(before.Keys, after.Keys).Where(line => before.GetValueOrDefault(line) != after.GetValueOrDefault(line)))
        {
            yield return new(Matter.Work, line, code, before.GetValueOrDefault(line), after.GetValueOrDefault(line));
        }
    }

    private static StatedLine WithoutMoney(StatedLine line) => line with { Planned = 0, Committed = 0, Spent = 0, Paid = 0 };

    private static Dictionary<Guid, long> WorkOf(StatedFigure? figure) => figure?.ByLine.ToDictionary(w => w.Line, w => w.Value) ?? [];

    private static IEnumerable<T> Both<T>(IEnumerable<T> first, IEnumerable<T> second) => first.Union(second);
}

using Loim.Programme.Spendings;

namespace Loim.Programme.Planning;

/// <summary>Cents planned, bound and paid.</summary>
internal readonly record struct PlanMoney(long Planned, long Committed, long Paid)
{
    public long Free => Planned - Committed - Paid;

    /// <summary>More is spent or bound than planned; that is allowed, and shown.</summary>
    public bool IsOver => Free < 0;

    public double PaidShare => Planned == 0 ? 0 : (double)Paid / Planned;
    public double CommittedShare => Planned == 0 ? 0 : (double)Committed / Planned;

    public static PlanMoney operator +(PlanMoney a, PlanMoney b) => new(a.Planned + b.Planned, a.Committed + b.Committed, a.Paid + b.Paid);
}

/// <summary>A line with its money as it was on a day; a group's is that of all lines below it.</summary>
/// <param name="Depth">0 at the top.</param>
internal sealed record PlanRow(PlanLine Line, int Depth, PlanMoney Money)
{
    /// <summary>Less than half is spent or bound of what the elapsed time would suggest.</summary>
    /// <param name="elapsed">Share of the plan year that has passed.</param>
    public bool IsLeftUnused(double elapsed) => !Line.IsGroup && Money.Planned > 0 && Money.PaidShare + Money.CommittedShare < elapsed / 2;
}

internal static class PlanTree
{
    /// <summary>Share of the year that has passed on the day, 0 to 1.</summary>
    public static double Elapsed(int year, DateOnly day) => Math.Clamp((day.DayNumber - new DateOnly(year, 1, 1).DayNumber + 1) / 365.0, 0, 1);

    /// <summary>Rows in the order of print.</summary>
    public static IReadOnlyList<PlanRow> Of(IReadOnlyList<PlanLine> lines, IReadOnlyList<Spending> spendings, DateOnly asOf)
    {
        var known = lines.ToDictionary(l => l.Id);
        var (committed, paid) = (new Dictionary<Guid, long>(), new Dictionary<Guid, long>());
        foreach (var spending in spendings)
        {
            foreach (var line in Upwards(known, spending.LineId))
            {
                committed[line.Id] = committed.GetValueOrDefault(line.Id) + spending.CommittedAt(asOf);
                paid[line.Id] = paid.GetValueOrDefault(line.Id) + spending.PaidAt(asOf);
            }
        }
        return [.. lines.OrderBy(l => l.Position)
            .Select(l => new PlanRow(l, Upwards(known, l.Id).Count() - 1, new(l.BudgetCents, committed.GetValueOrDefault(l.Id), paid.GetValueOrDefault(l.Id))))];
    }

    /// <summary>The line and the groups above it.</summary>
    public static IEnumerable<PlanLine> Upwards(IReadOnlyDictionary<Guid, PlanLine> known, Guid? id)
    {
        for (var line = id is { } first ? known.GetValueOrDefault(first) : null; line is not null; line = line.ParentId is { } up ? known.GetValueOrDefault(up) : null)
        {
            yield return line;
        }
    }
}

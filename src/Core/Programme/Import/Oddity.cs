using Loim.Programme.Planning;

namespace Loim.Programme.Import;

/// <summary>What is odd in the source: imported as printed, with a warning, never rejected and never corrected.</summary>
internal enum OddityKind
{
    NoCode,
    ListNumber,
    RepeatedCode,
    PlanStartsOutside,
    PlanEndsOutside,
    EndsBeforeStart,
    NoOverallPeriod,
    NoPlanPeriod,
    NoResponsible,

    /// <summary>The lines below a group do not add up to it.</summary>
    SumDiffers,

    /// <summary>A remark of whoever transcribed the order.</summary>
    Remark,
}

/// <param name="Found">The odd value itself: a code, a day, the remark.</param>
/// <param name="Printed">For sums: cents as printed on the group.</param>
/// <param name="Computed">For sums: cents of the lines below it.</param>
internal sealed record Oddity(OddityKind Kind, PlanLine Line, string Found = "", long Printed = 0, long Computed = 0);

internal static class Oddities
{
    public static IReadOnlyList<Oddity> Of(IReadOnlyList<PlanLine> lines, int year)
    {
        var repeated = lines.Where(l => l.Code.Length > 0).GroupBy(l => (l.Owner, l.Code)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var below = lines.Where(l => l.ParentId is not null).GroupBy(l => l.ParentId!.Value).ToDictionary(g => g.Key, g => g.Sum(l => l.BudgetCents));
        return [.. lines.SelectMany(line => OfCode(line, repeated).Concat(OfPeriods(line, year)).Concat(OfRest(line, below)))];
    }

    private static IEnumerable<Oddity> OfCode(PlanLine line, HashSet<(string, string)> repeated)
    {
        if (line.Code.Length == 0) { yield return new(OddityKind.NoCode, line); }
        else if (line.Code.All(char.IsAsciiDigit)) { yield return new(OddityKind.ListNumber, line, line.Code); }
        if (repeated.Contains((line.Owner, line.Code))) { yield return new(OddityKind.RepeatedCode, line, line.Code); }
    }

    private static IEnumerable<Oddity> OfPeriods(PlanLine line, int year)
    {
        if (line.OverallStart is null || line.OverallEnd is null) { yield return new(OddityKind.NoOverallPeriod, line); }
        if (line.PlanStart is null || line.PlanEnd is null) { yield return new(OddityKind.NoPlanPeriod, line); }
        if (line.PlanStart is { } start && start.Year != year) { yield return new(OddityKind.PlanStartsOutside, line, $"{start:dd.MM.yyyy}"); }
        if (line.PlanEnd is { } end && end.Year != year) { yield return new(OddityKind.PlanEndsOutside, line, $"{end:dd.MM.yyyy}"); }
        if (line.PlanEnd < line.PlanStart || line.OverallEnd < line.OverallStart) { yield return new(OddityKind.EndsBeforeStart, line); }
    }

    private static IEnumerable<Oddity> OfRest(PlanLine line, Dictionary<Guid, long> below)
    {
        if (line.Responsible.Length == 0) { yield return new(OddityKind.NoResponsible, line); }
        var sum = below.GetValueOrDefault(line.Id);
        if (line.IsGroup && sum != line.BudgetCents) { yield return new(OddityKind.SumDiffers, line, "", line.BudgetCents, sum); }
        if (line.Note.Length > 0) { yield return new(OddityKind.Remark, line, line.Note); }
    }
}

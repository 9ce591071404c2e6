using Loim.Modules;
using Loim.Programme.Indicators;
using Loim.Programme.Planning;
using Loim.Programme.Quarters.Narratives;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Quarters;

/// <summary>Money, work and story of the own municipality in one quarter, line by line; the same for page, print and spreadsheet.</summary>
/// <remarks>Source: ELV-12, ELV-26.</remarks>
internal sealed record QuarterReport(Period Quarter, OwnPlan Plan, IReadOnlyList<ReportRow> Rows, IReadOnlyList<FigureValue> Figures)
{
    public DateOnly LastDay => Quarter.Until.AddDays(-1);

    /// <summary>Share of the year that has passed at the quarter's end.</summary>
    public double Elapsed => PlanTree.Elapsed(Quarter.From.Year, LastDay);
    public PlanMoney Total => Rows.Select(r => r.Plan).Total();

    /// <summary>Lines that carry money and work; groups only sum them up.</summary>
    public IEnumerable<ReportRow> Leaves => Rows.Where(r => !r.Line.IsGroup);

    /// <summary>Cents paid within the quarter.</summary>
    public long Spent => Leaves.Sum(r => r.Spent);

    /// <summary>Figures whose work is booked on the line; the empty key stands for work on no line.</summary>
    public IEnumerable<FigureValue> WorkOn(Guid line) => Figures.Where(f => f.ByLine.GetValueOrDefault(line) > 0);

    public bool HasWorkOnNoLine => WorkOn(Guid.Empty).Any();
}

/// <param name="Plan">The money as it was at the quarter's end.</param>
/// <param name="Spent">Cents paid within the quarter, on the line and below it.</param>
/// <param name="Story">Null while nothing was written.</param>
internal sealed record ReportRow(PlanRow Plan, long Spent, Narrative? Story)
{
    public PlanLine Line => Plan.Line;
    public PlanMoney Money => Plan.Money;
}

[Scoped]
internal sealed class QuarterReports(OwnPlans plans, ProgrammeDb db, Figures figures)
{
    private QuarterReport? made;

    /// <summary>Made once in a scope, so that a document and those who ask for it have the same.</summary>
    /// <returns>Null when the text is no quarter, or its year has no plan.</returns>
    public async Task<QuarterReport?> Of(string text)
    {
        if (!Period.TryParse(text, out var quarter) || quarter.QuarterNumber is null) { return null; }
        if (made?.Quarter != quarter && await plans.Of(quarter.From.Year) is { } plan) { made = await Of(quarter, plan); }
        return made?.Quarter == quarter ? made : null;
    }

    private async Task<QuarterReport> Of(Period quarter, OwnPlan plan)
    {
        var stories = (await db.Narratives.AsNoTracking().Where(n => n.Quarter == quarter.From).ToListAsync())
            .GroupBy(n => n.LineId).ToDictionary(g => g.Key, g => g.MaxBy(n => n.Version)!);
        var rows = plan.Rows(quarter.Until.AddDays(-1)).Select(row => new ReportRow(row, SpentOn(plan, row.Line, quarter), StoryOf(stories.GetValueOrDefault(row.Line.Id))));
        return new(quarter, plan, [.. rows], await figures.Of(quarter));
    }

    private static Narrative? StoryOf(Narrative? latest) => latest is { Text.Length: > 0 } ? latest : null;

    private static long SpentOn(OwnPlan plan, PlanLine line, Period quarter)
    {
        var within = plan.Within(line.Id);
        return plan.Spendings.Where(s => within.Contains(s.LineId)).Sum(s => s.PaidIn(quarter));
    }
}

using Loim.Modules;
using Loim.Programme.Spendings;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Planning;

/// <summary>The own municipality's part of one year's plan, with the money on it.</summary>
internal sealed record OwnPlan(Plan Plan, IReadOnlyList<PlanLine> Lines, IReadOnlyList<Spending> Spendings)
{
    public IReadOnlyList<PlanRow> Rows(DateOnly asOf) => PlanTree.Of(Lines, Spendings, asOf);

    /// <summary>The line itself and what stands below it.</summary>
    public IReadOnlySet<Guid> Within(Guid line)
    {
        var known = Lines.ToDictionary(l => l.Id);
        return Lines.Where(l => PlanTree.Upwards(known, l.Id).Any(up => up.Id == line)).Select(l => l.Id).ToHashSet();
    }
}

internal static class PlanRows
{
    public static PlanMoney Total(this IEnumerable<PlanRow> rows) => rows.Where(r => r.Depth == 0).Aggregate(default(PlanMoney), (sum, row) => sum + row.Money);
}

[Scoped]
internal sealed class OwnPlans(ProgrammeDb db, Deployment deployment)
{
    public Task<List<int>> Years() => db.LineCards.Where(l => l.Owner == deployment.Owner).Select(l => l.Year).Distinct().OrderDescending().ToListAsync();

    /// <returns>Null when no plan of the year has lines of the own municipality.</returns>
    public async Task<OwnPlan?> Of(int year)
    {
        if (await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Year == year) is not { } plan) { return null; }
        var lines = await db.Lines.AsNoTracking().Where(l => l.PlanId == plan.Id && l.Owner == deployment.Owner).OrderBy(l => l.Position).ToListAsync();
        var ids = db.Lines.Where(l => l.PlanId == plan.Id && l.Owner == deployment.Owner).Select(l => l.Id);
        var spendings = await db.Spendings.AsNoTracking().Where(s => s.VoidedAt == null && ids.Contains(s.LineId)).ToListAsync();
        return lines.Count == 0 ? null : new(plan, lines, spendings);
    }
}

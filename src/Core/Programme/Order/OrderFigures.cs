using System.Reflection;
using Loim.Modules;
using Loim.Programme.Indicators;
using Microsoft.EntityFrameworkCore;
using Module = Loim.Modules.Module;

namespace Loim.Programme.Order;

/// <summary>What the work of one module adds to an indicator of the order.</summary>
/// <param name="Value">Null when it could not be computed.</param>
internal sealed record Contribution(Module Module, string Code, ContributesToAttribute By, Period Period, long? Value)
{
    public long Counted => By.AsOne ? Math.Min(Value ?? 0, 1) : Value ?? 0;

    /// <summary>The page of its evidence.</summary>
    public string Door => $"/programme/evidence/{Code}?period={Period}{(By.Kind is { } kind ? $"&kind={kind}" : null)}";
}

/// <param name="Records">Of everybody, up to the end of the period that counts.</param>
internal sealed record OrderFigure(OrderIndicator Indicator, string Owner, IReadOnlyDictionary<int, long> Targets, IReadOnlyList<IndicatorRecord> Records, IReadOnlyList<Contribution> Parts)
{
    /// <summary>The own municipality's contribution; null where nothing in the house could say it yet.</summary>
    public long? Own => Parts.Count == 0 && !OwnRecords.Any() ? null : OwnRecords.Sum(r => r.Amount) + Parts.Sum(p => p.Counted);

    public IEnumerable<IndicatorRecord> OwnRecords => Records.Where(r => r.Owner == Owner && !r.IsVoid);

    /// <summary>What the order says of the whole country before its own year; null where it says nothing.</summary>
    public long? Opening => Records.Any(r => r.IsOpening) ? Records.Where(r => r.IsOpening).Sum(r => r.Amount) : null;
}

/// <summary>The indicators of the order with targets, opening records and the own contribution by evidence.</summary>
[Scoped]
internal sealed class OrderFigures(ProgrammeDb db, IndicatorCatalogue catalogue, Figures figures, Deployment deployment)
{
    public async Task<IReadOnlyList<OrderFigure>> Of(Period period)
    {
        var all = new List<OrderFigure>();
        foreach (var indicator in OrderIndicator.All) { all.Add(await Of(indicator, period)); }
        return all;
    }

    public async Task<OrderFigure> Of(OrderIndicator indicator, Period asked)
    {
        var (code, period) = (indicator.Code, indicator.Counted(asked));
        var targets = await db.Targets.Where(t => t.Indicator == code).ToDictionaryAsync(t => t.Year, t => t.Amount);
        var records = await db.IndicatorRecords.AsNoTracking().Where(r => r.Indicator == code && r.On >= period.From && r.On < period.Until).OrderBy(r => r.On).ToListAsync();
        var parts = new List<Contribution>();
        foreach (var (known, by) in Contributors(code)) { parts.Add(await Part(known, by, period)); }
        return new(indicator, deployment.Owner, targets, records, parts);
    }

    private IEnumerable<(KnownIndicator Known, ContributesToAttribute Mark)> Contributors(string code) =>
        from known in catalogue.All
        from mark in known.Type.GetCustomAttributes<ContributesToAttribute>()
        where mark.Indicator == code
        select (known, mark);

    private async Task<Contribution> Part(KnownIndicator known, ContributesToAttribute by, Period period)
    {
        var code = catalogue.CodeOf(known);
        var opened = await figures.Open(code, period, new(Kind: by.Kind), 0, 0);
        return new(known.Module, code, by, period, opened?.Value);
    }
}

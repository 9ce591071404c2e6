using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Indicators;

/// <summary>The declared aggregate of an indicator's evidence, computed by the database. A person whose records were merged
/// counts once: what was counted twice is taken off.</summary>
/// <param name="Aliases">From a record to the one that stands for the person; few beside all records.</param>
internal sealed record Aggregates(Aggregate Aggregate, IReadOnlyDictionary<Guid, Guid> Aliases)
{
    /// <returns>Null where there is nothing to average.</returns>
    public async Task<long?> Value(IQueryable<Evidence> evidence) => Aggregate switch
    {
        Aggregate.Sum => await evidence.SumAsync(e => e.Amount),
        Aggregate.Average => await evidence.AverageAsync(e => (double?)e.Amount) is { } average ? (long)Math.Round(average, MidpointRounding.AwayFromZero) : null,
        Aggregate.Persons => await evidence.Where(e => e.Person != null).Select(e => e.Person).Distinct().CountAsync()
            - (await Twice(evidence, _ => true)).GetValueOrDefault(true),
        _ => await evidence.CountAsync(),
    };

    public async Task<IReadOnlyDictionary<Guid, long>> ByLine(IQueryable<Evidence> evidence)
    {
        var twice = await Twice(evidence, e => e.PlanLine ?? Guid.Empty);
        return (await Parts(evidence.GroupBy(e => e.PlanLine))).ToDictionary(p => p.Key ?? Guid.Empty, p => p.Value - twice.GetValueOrDefault(p.Key ?? Guid.Empty));
    }

    public async Task<IReadOnlyDictionary<string, long>> ByKind(IQueryable<Evidence> evidence)
    {
        var named = evidence.Where(e => e.Kind != null);
        var twice = await Twice(named, e => e.Kind!);
        return (await Parts(named.GroupBy(e => e.Kind))).ToDictionary(p => p.Key!, p => p.Value - twice.GetValueOrDefault(p.Key!));
    }

    private async Task<Dictionary<TKey, long>> Twice<TKey>(IQueryable<Evidence> evidence, Func<Evidence, TKey> keyOf) where TKey : notnull
    {
        if (Aggregate != Aggregate.Persons || Aliases.Count == 0) { return []; }
        var merged = Aliases.Keys.Concat(Aliases.Values).Distinct().Select(id => (Guid?)id).ToList();
        var rows = await evidence.Where(e => merged.Contains(e.Person)).ToListAsync();
        return rows.GroupBy(keyOf).ToDictionary(g => g.Key, g => Over([.. g.Select(e => e.Person!.Value).Distinct()]));
    }

    private long Over(List<Guid> records) => records.Count - records.Select(id => Aliases.GetValueOrDefault(id, id)).Distinct().Count();

    private async Task<IReadOnlyList<Part<TKey>>> Parts<TKey>(IQueryable<IGrouping<TKey, Evidence>> groups) => await (Aggregate switch
    {
        Aggregate.Sum => groups.Select(g => new Part<TKey>(g.Key, g.Sum(e => e.Amount))),
        Aggregate.Average => groups.Select(g => new Part<TKey>(g.Key, (long)Math.Round(g.Average(e => e.Amount)))),
        Aggregate.Persons => groups.Select(g => new Part<TKey>(g.Key, g.Where(e => e.Person != null).Select(e => e.Person).Distinct().Count())),
        _ => groups.Select(g => new Part<TKey>(g.Key, g.Count())),
    }).ToListAsync();

    private sealed record Part<TKey>(TKey Key, long Value);
}

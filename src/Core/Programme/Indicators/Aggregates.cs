using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Indicators;

/// <summary>The declared aggregate of an indicator's evidence, computed by the database.</summary>
internal static class Aggregates
{
    public static async Task<long> Value(this IQueryable<Evidence> evidence, Aggregate aggregate) => aggregate switch
    {
        Aggregate.Sum => await evidence.SumAsync(e => e.Amount),
        Aggregate.Persons => await evidence.Where(e => e.Person != null).Select(e => e.Person).Distinct().CountAsync(),
        _ => await evidence.CountAsync(),
    };

    public static async Task<IReadOnlyDictionary<Guid, long>> ByLine(this IQueryable<Evidence> evidence, Aggregate aggregate) =>
        (await Parts(evidence.GroupBy(e => e.PlanLine), aggregate)).ToDictionary(p => p.Key ?? Guid.Empty, p => p.Value);

    public static async Task<IReadOnlyDictionary<string, long>> ByKind(this IQueryable<Evidence> evidence, Aggregate aggregate) =>
        (await Parts(evidence.Where(e => e.Kind != null).GroupBy(e => e.Kind), aggregate)).ToDictionary(p => p.Key!, p => p.Value);

    private static async Task<IReadOnlyList<Part<TKey>>> Parts<TKey>(IQueryable<IGrouping<TKey, Evidence>> groups, Aggregate aggregate) => await (aggregate switch
    {
        Aggregate.Sum => groups.Select(g => new Part<TKey>(g.Key, g.Sum(e => e.Amount))),
        Aggregate.Persons => groups.Select(g => new Part<TKey>(g.Key, g.Where(e => e.Person != null).Select(e => e.Person).Distinct().Count())),
        _ => groups.Select(g => new Part<TKey>(g.Key, g.Count())),
    }).ToListAsync();

    private sealed record Part<TKey>(TKey Key, long Value);
}

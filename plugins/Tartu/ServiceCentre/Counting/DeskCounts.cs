using Loim.People;
using Tartu.ServiceCentre.Visits;

namespace Tartu.ServiceCentre.Counting;

/// <summary>How many services a period has by one dimension; what is asked of a visit counts visits. Counted for the house: whoever may see statistics need see no row.</summary>
[Scoped]
internal sealed class DeskCounts(House<ServiceCentreDb> house)
{
    public static IReadOnlyList<string> Dimensions { get; } = ["service", "organisation", "hour", "month", .. OfVisits];

    /// <summary>What a visit is asked, and a bus card is not.</summary>
    public static IReadOnlyList<string> OfVisits => ["language", "topics", "basis"];

    /// <summary>Hours and months in their order, the rest by size. The municipality's own organisation has the empty code, as what nobody
    /// asked; a visit counts under each of its topics.</summary>
    public async Task<IReadOnlyList<(string Code, int Count)>> By(string dimension, Period period)
    {
        var given = house.Db.Given.Where(g => g.Day >= period.From && g.Day < period.Until);
        return dimension switch
        {
            "hour" => await InOrder(given.GroupBy(g => g.Hour).Select(g => new Tally<int>(g.Key, g.Count())), hour => $"{hour}"),
            "month" => await InOrder(given.GroupBy(g => g.Day.Year * 100 + g.Day.Month).Select(g => new Tally<int>(g.Key, g.Count())), month => $"{month / 100}-{month % 100:00}-01"),
            "organisation" => await Largest(given.GroupBy(g => g.Organisation).Select(g => new Tally<string?>(g.Key, g.Count()))),
            "language" => await Largest(Asked(period).GroupBy(v => v.Language).Select(g => new Tally<SpokenLanguage>(g.Key, g.Count()))),
            "basis" => await Largest(Asked(period).GroupBy(v => v.Basis).Select(g => new Tally<StayBasis?>(g.Key, g.Count()))),
            "topics" => Largest((await Asked(period).Select(v => v.Topics).ToListAsync()).SelectMany(t => t.DefaultIfEmpty("")).CountBy(t => t).Select(t => new Tally<string>(t.Key, t.Value))),
            _ => await Largest(given.GroupBy(g => g.Code).Select(g => new Tally<string>(g.Key, g.Count()))),
        };
    }

    public IQueryable<Visit> Asked(Period period) => house.Db.Visits.Where(v => v.Day >= period.From && v.Day < period.Until);

    private static async Task<IReadOnlyList<(string, int)>> InOrder(IQueryable<Tally<int>> counts, Func<int, string> code) =>
        [.. (await counts.ToListAsync()).OrderBy(c => c.Key).Select(c => (code(c.Key), c.Count))];

    private static async Task<IReadOnlyList<(string, int)>> Largest<T>(IQueryable<Tally<T>> counts) => Largest(await counts.ToListAsync());

    private static IReadOnlyList<(string, int)> Largest<T>(IEnumerable<Tally<T>> counts) => [.. counts.OrderByDescending(c => c.Count).Select(c => ($"{c.Key}", c.Count))];

    private sealed record Tally<T>(T Key, int Count);
}

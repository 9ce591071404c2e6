namespace Tartu.ServiceCentre.Counting;

/// <summary>How many services a period has by one dimension. Counted for the house: whoever may see statistics need see no row.</summary>
[Scoped]
internal sealed class DeskCounts(House<ServiceCentreDb> house)
{
    public static IReadOnlyList<string> Dimensions { get; } = ["service", "organisation", "hour", "month"];

    /// <summary>Hours and months in their order, the rest by size. The municipality's own organisation has the empty code.</summary>
    public async Task<IReadOnlyList<(string Code, int Count)>> By(string dimension, Period period)
    {
        var given = house.Db.Given.Where(g => g.Day >= period.From && g.Day < period.Until);
        return dimension switch
        {
            "hour" => await InOrder(given.GroupBy(g => g.Hour).Select(g => new Counted(g.Key, g.Count())), hour => $"{hour}"),
            "month" => await InOrder(given.GroupBy(g => g.Day.Year * 100 + g.Day.Month).Select(g => new Counted(g.Key, g.Count())), month => $"{month / 100}-{month % 100:00}-01"),
            "organisation" => await Largest(given.GroupBy(g => g.Organisation).Select(g => new Named(g.Key ?? "", g.Count()))),
            _ => await Largest(given.GroupBy(g => g.Code).Select(g => new Named(g.Key, g.Count()))),
        };
    }

    private static async Task<IReadOnlyList<(string, int)>> InOrder(IQueryable<Counted> counts, Func<int, string> code) =>
        [.. (await counts.ToListAsync()).OrderBy(c => c.Key).Select(c => (code(c.Key), c.Count))];

    private static async Task<IReadOnlyList<(string, int)>> Largest(IQueryable<Named> counts) =>
        [.. (await counts.ToListAsync()).OrderByDescending(c => c.Count).Select(c => (c.Code, c.Count))];

    private sealed record Counted(int Key, int Count);

    private sealed record Named(string Code, int Count);
}

using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Enquiries.Counting;

/// <summary>How many enquiries, or services, a period has by one dimension; what is not known has the empty code.</summary>
internal static class EnquiryCounts
{
    public static async Task<IReadOnlyList<(string Code, int Count)>> By(CasesDb db, string dimension, Period period)
    {
        var enquiries = db.Enquiries.Where(e => e.Day >= period.From && e.Day < period.Until);
        return dimension switch
        {
            "service" => await Largest(db.ServicesGiven.Where(s => s.Day >= period.From && s.Day < period.Until).GroupBy(s => s.Code).Select(g => new Counted(g.Key, g.Count()))),
            "topic" => await Largest(db.TopicsRaised.Where(t => t.Day >= period.From && t.Day < period.Until).GroupBy(t => t.Code).Select(g => new Counted(g.Key, g.Count()))),
            "language" => await Largest(enquiries.GroupBy(e => e.Language).Select(g => new Counted(g.Key.ToString() ?? "", g.Count()))),
            "channel" => await Largest(enquiries.GroupBy(e => e.Channel).Select(g => new Counted(g.Key.ToString(), g.Count()))),
            "outcome" => await Largest(enquiries.GroupBy(e => e.Outcome).Select(g => new Counted(g.Key.ToString(), g.Count()))),
            _ => [.. (await enquiries.GroupBy(e => new { e.Day.Year, e.Day.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() })
                .OrderBy(g => g.Year).ThenBy(g => g.Month).ToListAsync()).Select(g => ($"{g.Year}-{g.Month:00}-01", g.Count))],
        };
    }

    private static async Task<IReadOnlyList<(string Code, int Count)>> Largest(IQueryable<Counted> counts) =>
        [.. (await counts.ToListAsync()).OrderByDescending(c => c.Count).Select(c => (c.Code, c.Count))];

    private sealed record Counted(string Code, int Count);
}

using Loim.Bench.Load;

namespace Loim.Bench.Measures;

/// <summary>What a page costs the server by the number of rows behind it: processor time, since the time to answer is mostly the disk's.</summary>
internal static class Growth
{
    /// <returns>Milliseconds a page, in the order of the targets.</returns>
    public static async Task<double[]> CostOf(IReadOnlyList<Target> pages, Scale scale, CancellationToken ct)
    {
        var costs = pages.Select(_ => new List<double>()).ToArray();
        foreach (var page in pages) { await page.Load(Rounds.Connections, scale.Warmup, ct); }
        for (var round = 0; round < scale.Rounds; round++)
        {
            foreach (var (i, page) in pages.Index()) { costs[i].Add((await page.Load(1, scale.Round, ct)).CpuMilliseconds); }
        }
        return [.. costs.Select(c => c.Median())];
    }
}

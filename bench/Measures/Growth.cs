using Loim.Bench.Load;

namespace Loim.Bench.Measures;

/// <summary>What one page costs the server by the number of rows behind it: processor time, since the time to answer is mostly the disk's.</summary>
internal static class Growth
{
    /// <returns>Milliseconds a page, in the order of the targets.</returns>
    public static async Task<double[]> CostOf(IReadOnlyList<Target> targets, Scale scale, CancellationToken ct)
    {
        var costs = targets.Select(_ => new List<double>()).ToArray();
        foreach (var target in targets) { await target.Load(Rounds.Connections, scale.Warmup, ct); }
        for (var round = 0; round < scale.Rounds; round++)
        {
            foreach (var (i, target) in targets.Index())
            {
                costs[i].Add((await target.Load(1, scale.Round, ct)).CpuMilliseconds);
            }
        }
        return [.. costs.Select(c => c.Median())];
    }
}

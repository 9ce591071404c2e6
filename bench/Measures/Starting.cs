using System.Diagnostics;
using Loim.Bench.Load;
using Loim.Bench.Product;

namespace Loim.Bench.Measures;

/// <summary>From the process's start to the first good answer, and what the house takes when nobody asks anything of it.</summary>
internal static class Starting
{
    /// <summary>Of processor in a second.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Viewed = ["/", "/accounts/sign-in"];

    /// <returns>Seconds until the page was there, whatever door it leads through.</returns>
    public static async Task<double> UntilFirst(House house, string path, int starts, CancellationToken ct)
    {
        var seconds = new List<double>();
        for (var i = 0; i < starts; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var server = house.Serve();
            using var visitor = new Visitor(server.Address);
            while (!await Answers(visitor, path, ct)) { await Task.Delay(5, ct); }
            seconds.Add(clock.Elapsed.TotalSeconds);
        }
        return seconds.Median();
    }

    private static async Task<bool> Answers(Visitor visitor, string path, CancellationToken ct)
    {
        try { await visitor.Read(path, ct); }
        catch (HttpRequestException) { return false; }
        return true;
    }

    /// <returns>MiB after ten pages were viewed, once the house has done what its start brought with it: it has been quiet for a quarter of a minute.</returns>
    public static async Task<double> IdleMemory(House house, CancellationToken ct)
    {
        await using var server = house.Serve();
        await server.Ready;
        using var visitor = new Visitor(server.Address);
        foreach (var path in Enumerable.Repeat(Viewed, 5).SelectMany(p => p)) { await visitor.Read(path, ct); }
        for (var (quiet, waited) = (0, 0); quiet < 15 && waited < 90; waited++)
        {
            var before = server.Cpu;
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
            quiet = server.Cpu - before < Quiet ? quiet + 1 : 0;
        }
        return server.Memory;
    }
}

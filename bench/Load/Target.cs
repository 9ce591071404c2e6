using System.Diagnostics;

namespace Loim.Bench.Load;

/// <summary>A server and the one request that is asked of it.</summary>
internal sealed class Target(ServerProcess server, Func<CancellationToken, Task<bool>> ask)
{
    /// <summary>Every connection asks again as soon as it was answered, until the time is over.</summary>
    public async Task<Tally> Load(int connections, TimeSpan length, CancellationToken ct)
    {
        var (requests, failed) = (0, 0);
        var (cpu, clock) = (server.Cpu, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < length)
            {
                if (!await ask(ct)) { Interlocked.Increment(ref failed); }
                Interlocked.Increment(ref requests);
            }
        }, ct)));
        return new Tally(requests, failed, clock.Elapsed, server.Cpu - cpu);
    }
}

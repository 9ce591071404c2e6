using System.Collections.Concurrent;

namespace Loim.Modules;

/// <summary>One run of a job at a time in the process: one that did not stop with its generation keeps its successor
/// waiting, and no other. By name, for an upgraded plugin brings the same job in a type of its own.</summary>
internal sealed class JobTurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = [];

    public async Task<T> Take<T>(Type job, Func<Task<T>> run, CancellationToken ct)
    {
        var turn = turns.GetOrAdd(job.FullName!, _ => new(1, 1));
        await turn.WaitAsync(ct);
        try { return await run(); }
        finally { turn.Release(); }
    }
}

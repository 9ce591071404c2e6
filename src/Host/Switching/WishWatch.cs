using System.Collections.Concurrent;
using Loim.Data;
using Loim.Host.Data;
using Loim.Modules;

namespace Loim.Host.Switching;

/// <summary>Sees new wishes, whoever wrote them, and has them carried out in order.</summary>
internal sealed class WishWatch(OpenHouse house, Func<PendingWish, Task<WishOutcome>> carryOut)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<WishOutcome>> awaited = [];
    private volatile TaskCompletionSource bell = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<WishOutcome> Outcome(long wish, CancellationToken ct)
    {
        var outcome = awaited.GetOrAdd(wish, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        try
        {
            if (house.Wishes.OutcomeOf(wish) is var (done, reason)) { return new(done, reason); }
            bell.TrySetResult();
            return await outcome.WaitAsync(ct);
        }
        finally { awaited.TryRemove(wish, out _); }
    }

    public async Task Run(CancellationToken ct)
    {
        using var connection = house.Store.Open();
        long? seen = null;
        while (!ct.IsCancellationRequested)
        {
            var rung = (bell = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            try
            {
                var version = Store.DataVersion(connection);
                if (version != seen) { await CarryOutPending(ct); }
                seen = version;
                await Task.WhenAny(rung, Task.Delay(Pause, ct));
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
#pragma warning disable CA1031 // A database that is locked for long must not end the watch.
            catch (Exception e)
#pragma warning restore CA1031
            {
                house.Faults.Add("host", "wishes", e);
                await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task CarryOutPending(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && house.Wishes.Pending() is [var next, ..])
        {
            var outcome = await carryOut(next);
            if (awaited.TryGetValue(next.Number, out var waiting)) { waiting.TrySetResult(outcome); }
        }
    }
}

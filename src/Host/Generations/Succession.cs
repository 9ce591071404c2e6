using System.Diagnostics;
using Loim.Host.Switching;
using Loim.Modules;
using Microsoft.AspNetCore.Http.Features;

namespace Loim.Host.Generations;

/// <summary>The generations, one after another: exactly one serves, and none is lost sight of before it has ended.</summary>
internal sealed class Succession(GenerationBuilder builder, ILogger<Succession> log) : IDisposable
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan JobLimit = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Generation? current;
    private Task handedOver = Task.CompletedTask;
    private int number;

    public Generation? Current => current;

    public Lease Enter(IFeatureCollection request)
    {
        while (true)
        {
            if (current!.TryEnter(request) is { } lease) { return lease; }
        }
    }

    /// <summary>
    /// Builds the next generation beside the one that serves, and exchanges them. Throws <see cref="ModuleException"/>, and
    /// leaves all as it was, when it cannot be built. Does not wait for the old one to drain: the request that asked is in it.
    /// </summary>
    public async Task Advance(HouseParts parts, LineUp lineUp)
    {
        await one.WaitAsync();
        try
        {
            var started = Stopwatch.GetTimestamp();
            var next = await BuildOrBlame(number + 1, parts, lineUp);
            number = next.Number;
            var old = Interlocked.Exchange(ref current, next);
            handedOver = HandOver(handedOver, old, next);
            log.LogInformation("Generation {Number} serves {Modules}; built in {Milliseconds:F0} ms",
                number, string.Join(", ", next.Modules.On.Select(m => m.Id)), Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        finally { one.Release(); }
    }

    /// <summary>At the end of the process, after the last request.</summary>
    public async Task End()
    {
        await one.WaitAsync();
        try
        {
            if (Interlocked.Exchange(ref current, null) is not { } last) { return; }
            await handedOver.WaitAsync(JobLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await last.StopJobs(JobLimit, log);
            await last.Drain(TimeSpan.Zero, log);
        }
        finally { one.Release(); }
    }

    public void Dispose() => one.Dispose();

    private async Task HandOver(Task before, Generation? old, Generation next)
    {
        await before;
        if (old is not null) { await old.StopJobs(JobLimit, log); }
        next.Activate();
        if (old is not null) { _ = old.Drain(DrainLimit, log); }
    }

    private async Task<Generation> BuildOrBlame(int next, HouseParts parts, LineUp lineUp)
    {
        try { return await builder.Build(next, parts, lineUp); }
        catch (ModuleException) { throw; }
#pragma warning disable CA1031 // A plugin may throw anything; whatever it is, somebody is named.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var phase = e is ProbeException ? "probe" : "services";
            var culprit = Blame.Of(e, lineUp.Set)?.Id ?? await FirstThatBreaks(next, parts, lineUp);
            throw new ModuleException(culprit, phase, e is AggregateException { InnerException: { } first } ? first.Message : e.Message, inner: e);
        }
    }

    /// <summary>Nothing in the exception names a module: the first one with which the house cannot be built is it.</summary>
    private async Task<string> FirstThatBreaks(int next, HouseParts parts, LineUp lineUp)
    {
        for (var count = lineUp.Modules.Count(m => m.Module.AlwaysOn); count < lineUp.Modules.Count; count++)
        {
            var shorter = lineUp.First(count);
            try { await Generation.Discard((await builder.Build(next, parts, shorter)).App, log); }
#pragma warning disable CA1031 // It is the first that fails.
            catch (Exception) { return shorter.Modules.Count == 0 ? "core" : shorter.Modules[^1].Module.Id; }
#pragma warning restore CA1031
        }
        return lineUp.Modules.Count == 0 ? "core" : lineUp.Modules[^1].Module.Id;
    }
}

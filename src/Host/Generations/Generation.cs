using Loim.Modules;
using Microsoft.AspNetCore.Http.Features;

namespace Loim.Host.Generations;

/// <summary>One complete application: container, pipeline, endpoints, jobs, made of the modules that are on.</summary>
internal sealed class Generation(int number, WebApplication app, InnerServer server, Activation activation, ModuleSet modules)
{
    private const int Closed = int.MinValue;
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Requests in flight; below zero once the generation takes no more.</summary>
    private int inFlight;

    public int Number => number;
    public ModuleSet Modules => modules;
    public WebApplication App => app;

    /// <returns>Null when a successor serves already.</returns>
    public Lease? TryEnter(IFeatureCollection request)
    {
        if (Interlocked.Increment(ref inFlight) <= 0)
        {
            Leave();
            return null;
        }
        try { return server.Begin(request, Leave); }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <summary>From now on its jobs run.</summary>
    public void Activate() => activation.Signal();

    public async Task StopJobs(TimeSpan limit, ILogger log)
    {
        using var enough = new CancellationTokenSource(limit);
        try { await app.StopAsync(enough.Token).WaitAsync(limit + TimeSpan.FromSeconds(1)); }
#pragma warning disable CA1031 // A job that will not stop must not keep the successor's from starting.
        catch (Exception e) { log.LogWarning("Generation {Number}: not all jobs stopped: {Reason}", number, e.GetBaseException().Message); }
#pragma warning restore CA1031
    }

    /// <summary>Lets the requests in flight end, and disposes the container.</summary>
    public async Task Drain(TimeSpan limit, ILogger log)
    {
        if (Interlocked.Add(ref inFlight, Closed) == Closed) { drained.TrySetResult(); }
        try { await drained.Task.WaitAsync(limit); }
        catch (TimeoutException) { log.LogWarning("Generation {Number}: {Count} requests did not end in time", number, inFlight - Closed); }
        await Discard(app, log);
    }

    public static async Task Discard(WebApplication app, ILogger log)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await app.StopAsync(enough.Token).WaitAsync(enough.Token);
            await app.DisposeAsync().AsTask().WaitAsync(enough.Token);
        }
#pragma warning disable CA1031 // What a module throws at its end harms nobody any more.
        catch (Exception e) { log.LogWarning("A generation did not end cleanly: {Reason}", e.GetBaseException().Message); }
#pragma warning restore CA1031
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref inFlight) == Closed) { drained.TrySetResult(); }
    }
}

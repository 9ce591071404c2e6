namespace Faults.StubbornJob;

/// <summary>One of its jobs stops when it is told to; the other does not.</summary>
public sealed class StubbornJobModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/willing", () => Willing.Runs.ToString()).AllowAnonymous();
        routes.MapGet("/stubborn", () => Stubborn.Runs.ToString()).AllowAnonymous();
        routes.MapPost("/enough", () => Stubborn.Enough.TrySetResult()).AllowAnonymous();
    }
}

public sealed class Willing : Job
{
    public static readonly Runs Runs = new();

    public override TimeSpan Every => TimeSpan.FromHours(1);
    public override Task Run(CancellationToken ct) => Runs.During(Task.Delay(Timeout.Infinite, ct));
}

public sealed class Stubborn : Job
{
    public static readonly Runs Runs = new();
    public static readonly TaskCompletionSource Enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override TimeSpan Every => TimeSpan.FromHours(1);
    public override Task Run(CancellationToken ct) => Runs.During(Enough.Task);
}

/// <summary>How often a job began, and how many of it ran at once, over all generations.</summary>
public sealed class Runs
{
    private readonly Lock gate = new();
    private int begun, running, most;

    public async Task During(Task run)
    {
        lock (gate) { (begun, running) = (begun + 1, running + 1); most = Math.Max(most, running); }
        try { await run; }
        finally { lock (gate) { running--; } }
    }

    public override string ToString() { lock (gate) { return $"{begun} begun, {most} at once"; } }
}

using Microsoft.Extensions.Logging;

namespace Loim.Modules;

internal enum ModuleState
{
    Off,
    On,

    /// <summary>It did not fit: a requirement is off, a rule of the house is broken. What was, goes on.</summary>
    Refused,

    /// <summary>It threw, hung, or could not be read.</summary>
    Failed,
}

/// <summary>What the administrator sees of one module.</summary>
/// <param name="Origin">"Lõim" or the plugin's name.</param>
/// <param name="Hash">Of the plugin's files; of the host for shared modules.</param>
internal sealed record ModuleStatus(
    string Id, string Origin, ModuleState State, string Version, string Hash, string? Phase, string? Reason,
    string? By, DateTime? At, bool AlwaysOn, IReadOnlyList<string> Requires);

/// <summary>How a wish ended.</summary>
internal sealed record WishOutcome(bool Done, string? Reason);

/// <summary>The host, as the core sees it: what runs, and how to ask for something else.</summary>
internal interface ISwitchboard
{
    int Generation { get; }
    IReadOnlyList<ModuleStatus> Modules { get; }

    /// <summary>The texts, menus and settings of modules that are off are needed by administration alone.</summary>
    IReadOnlyList<Module> Known { get; }

    /// <summary>Ends when the wish is carried out or refused. The request that asks is itself in flight meanwhile.</summary>
    Task<WishOutcome> Carry(long wish, CancellationToken ct);
}

/// <summary>Something a module did wrong while the house went on.</summary>
/// <param name="Phase">load, services, mapping, start, page, handler, job, stray exception …</param>
internal sealed record Fault(DateTime At, string Module, string Phase, string Reason);

/// <summary>The last faults of this process, newest first; shown in administration and health.</summary>
internal sealed class FaultLog(TimeProvider time, ILogger<FaultLog> log)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Fault> faults = [];

    public IReadOnlyList<Fault> Recent { get { lock (gate) { return [.. faults]; } } }

    public void Add(string module, string phase, Exception e)
    {
        var reason = e is ModuleException named ? named.Reason : $"{e.GetBaseException().GetType().Name}: {e.GetBaseException().Message}";
        log.LogError(e, "Module {Module} failed in {Phase}: {Reason}", module, phase, reason);
        lock (gate)
        {
            faults.AddFirst(new Fault(time.GetUtcNow().UtcDateTime, module, phase, reason));
            if (faults.Count > 200) { faults.RemoveLast(); }
        }
    }
}

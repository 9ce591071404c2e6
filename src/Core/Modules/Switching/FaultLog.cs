using Microsoft.Extensions.Logging;

namespace Loim.Modules;

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
        var reason = ModuleException.ReasonOf(e);
        log.LogError(e, "Module {Module} failed in {Phase}: {Reason}", module, phase, reason);
        lock (gate)
        {
            faults.AddFirst(new Fault(time.GetUtcNow().UtcDateTime, module, phase, reason));
            if (faults.Count > 200) { faults.RemoveLast(); }
        }
    }
}

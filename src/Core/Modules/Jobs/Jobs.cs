namespace Loim.Modules;

/// <summary>
/// Work on a clock. Made anew for each run in a scope of its own, as the house; runs only while its generation serves,
/// never two at a time. A run that throws is named in administration and tried again at the next turn.
/// </summary>
public abstract class Job
{
    /// <summary>The pause between the end of one run and the start of the next; the first run starts at once.</summary>
    public abstract TimeSpan Every { get; }

    public abstract Task Run(CancellationToken ct);
}

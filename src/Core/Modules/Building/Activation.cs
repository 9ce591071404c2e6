namespace Loim.Modules;

/// <summary>Signalled when this generation serves and the jobs of the one before it have stopped.</summary>
internal sealed class Activation
{
    private readonly TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Signal() => source.TrySetResult();

    /// <returns>False when the generation was stopped before it ever served.</returns>
    public async Task<bool> Wait(CancellationToken ct)
    {
        await source.Task.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ct.IsCancellationRequested;
    }
}

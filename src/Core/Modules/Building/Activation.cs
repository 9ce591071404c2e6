namespace Loim.Modules;

/// <summary>Signalled when this generation serves and the jobs of the one before it have stopped.</summary>
/// <param name="breath">Whoever waits for a page comes first: the house's own work begins so much later. A generation that is
/// exchanged sooner leaves it to its successor.</param>
internal sealed class Activation(TimeSpan breath = default)
{
    private readonly TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Signal() => source.TrySetResult();

    /// <returns>False when the generation was stopped before its work began.</returns>
    public async Task<bool> Wait(CancellationToken ct)
    {
        await source.Task.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(breath, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ct.IsCancellationRequested;
    }
}

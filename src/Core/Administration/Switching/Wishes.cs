using Loim.Access;
using Loim.Data;
using Loim.Modules;

namespace Loim.Administration.Switching;

/// <summary>Asks the host for something else, and waits for what comes of it.</summary>
[Scoped]
internal sealed class Wishes(HouseDb db, Work work, ISwitchboard switchboard, CurrentViewer current, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="module">Empty for "build anew".</param>
    /// <param name="settings">What a module shall have set from then on.</param>
    /// <returns>Null when there is no answer yet.</returns>
    public async Task<WishOutcome?> Make(string module, bool on, WishedSettings? settings = null)
    {
        var wish = new Wish { Module = module, On = on, By = current.Viewer.Name, At = time.GetUtcNow().UtcDateTime, Settings = settings?.ToJson() };
        await work.Do(() => db.Add(wish));
        using var patience = new CancellationTokenSource(Patience);
        try { return await switchboard.Carry(wish.Number, patience.Token); }
        catch (OperationCanceledException) when (patience.IsCancellationRequested) { return null; }
    }
}

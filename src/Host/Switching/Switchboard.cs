using Loim.Data;
using Loim.Host.Data;
using Loim.Host.Generations;
using Loim.Host.Plugins;
using Loim.Modules;

namespace Loim.Host.Switching;

/// <summary>Carries out what was wished for, one wish after the other, and tells how it ended.</summary>
internal sealed class Switchboard(OpenHouse house, PluginStore? plugins, Succession succession) : ISwitchboard
{
    private readonly Dictionary<string, ModuleException> troubles = [];
    private Catalogue catalogue = new([], []);
    private LineUp lineUp = new([], new HashSet<string>());

    public int Generation => succession.Current?.Number ?? 0;
    public IReadOnlyList<ModuleStatus> Modules { get; private set; } = [];
    public IReadOnlyList<Module> Known => [.. catalogue.Known.Select(m => m.Module)];
    public WishWatch Watch => field ??= new(house, CarryOut);

    /// <summary>The first generation: whoever does not work is left out, in the worst case every plugin.</summary>
    public async Task Start()
    {
        foreach (var wish in house.Wishes.Pending()) { await house.Wishes.Settle(wish, false, "The host was stopped before it came to this; ask again."); }
        var found = Catalogue.Read(house.Deployment, plugins);
        found.Faults.ToList().ForEach(Note);
        catalogue = found;
        await Advance(found, house.WishedOn(), dispensable: id => found.Find(id) is not { Module.AlwaysOn: true });
    }

    public Task<WishOutcome> Carry(long wish, CancellationToken ct) => Watch.Outcome(wish, ct);

    private async Task<WishOutcome> CarryOut(PendingWish wish)
    {
        var outcome = await Try(wish);
        await house.Wishes.Settle(wish, outcome.Done, outcome.Reason);
        Publish();
        return outcome;
    }

    private async Task<WishOutcome> Try(PendingWish wish)
    {
        try
        {
            if (wish.Module.Length == 0) { await Reload(wish.Settings); }
            else if (Objection(wish) is { } objection) { return new(false, objection); }
            else if (lineUp.Has(wish.Module) != wish.On) { await Switch(wish); }
            if (!wish.On) { troubles.Remove(wish.Module); }
            return new(true, null);
        }
        catch (ModuleException e)
        {
            Note(e);
            return new(false, $"{e.Module}: {e.Phase}: {e.Reason}");
        }
    }

    private Task Switch(PendingWish wish)
    {
        var on = lineUp.Modules.Select(m => m.Id).ToHashSet();
        if (wish.On) { on.Add(wish.Module); }
        else { on.Remove(wish.Module); }
        return Advance(catalogue, on, dispensable: _ => false);
    }

    private string? Objection(PendingWish wish)
    {
        if (catalogue.Find(wish.Module) is not { } known)
        {
            return wish.On || !house.Wishes.Ruling().ContainsKey(wish.Module) ? $"There is no module {wish.Module}." : null;
        }
        if (wish.On) { return null; }
        if (known.Module.AlwaysOn) { return $"{wish.Module} is always on."; }
        var needing = lineUp.Modules.Where(m => m.Module.Requires.Contains(wish.Module)).Select(m => m.Id).ToList();
        return needing.Count > 0 ? $"{wish.Module} is needed by {string.Join(", ", needing)}." : null;
    }

    /// <summary>Deployment file, plugins and settings anew. What serves must go on serving, and whoever
    /// is to have other settings must work with them, or all stays as it is.</summary>
    private async Task Reload(WishedSettings? settings)
    {
        house.Reread();
        var found = Catalogue.Read(house.Deployment, plugins);
        var serving = lineUp.Modules.Select(m => m.Id).Concat(lineUp.Plugins.Select(p => p.Name)).ToHashSet();
        if (found.Faults.FirstOrDefault(f => serving.Contains(f.Module)) is { } broken) { throw broken; }
        found.Faults.ToList().ForEach(Note);
        await Advance(found, house.WishedOn(), dispensable: id => id != settings?.Module && (!serving.Contains(id) || found.Find(id) is null), settings);
    }

    private async Task Advance(Catalogue from, HashSet<string> on, Func<string, bool> dispensable, WishedSettings? settings = null)
    {
        while (true)
        {
            var next = new LineUp(from.Known, on);
            if (next.Refused.FirstOrDefault(r => !dispensable(r.Module)) is { } refused) { throw refused; }
            try
            {
                next.Migrate(house.Store);
                await succession.Advance(house.PartsFor(this, settings), next);
                Adopt(from, next);
                return;
            }
            catch (ModuleException e) when (dispensable(e.Module) && on.Remove(e.Module)) { Note(e); }
            catch (ModuleException e) when (Generation == 0 && on.RemoveWhere(id => from.Find(id)?.Plugin is not null) > 0) { Note(e); }
        }
    }

    private void Adopt(Catalogue from, LineUp next)
    {
        (catalogue, lineUp) = (from, next);
        foreach (var name in next.Modules.Select(m => m.Id).Concat(from.Known.Select(m => m.Origin))) { troubles.Remove(name); }
        next.Refused.ToList().ForEach(Note);
        Publish();
    }

    private void Note(ModuleException trouble)
    {
        troubles[trouble.Module] = trouble;
        house.Faults.Add(trouble.Module, trouble.Phase, trouble);
    }

    private void Publish() => Modules = Statuses.Of(catalogue, lineUp, troubles, house.Wishes.Ruling());
}

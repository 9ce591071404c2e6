using Loim.Data;
using Loim.Host.Plugins;
using Loim.Modules;

namespace Loim.Host.Switching;

/// <summary>The modules that shall be on, each after those it requires; and those that cannot, with the reason.</summary>
internal sealed class LineUp
{
    private readonly Dictionary<string, KnownModule> wanted;
    private readonly List<KnownModule> modules = [];
    private readonly List<ModuleException> refused = [];

    public LineUp(IReadOnlyList<KnownModule> known, IReadOnlySet<string> on)
    {
        wanted = known.Where(m => m.Module.AlwaysOn || on.Contains(m.Id)).ToDictionary(m => m.Id);
        foreach (var module in wanted.Values.OrderByDescending(m => m.Module.AlwaysOn)) { Place(module, []); }
        Set = new ModuleSet(modules.Select(m => m.Module));
    }

    private LineUp(IEnumerable<KnownModule> first)
    {
        wanted = [];
        modules = [.. first];
        Set = new ModuleSet(modules.Select(m => m.Module));
    }

    public IReadOnlyList<KnownModule> Modules => modules;
    public IReadOnlyList<ModuleException> Refused => refused;
    public ModuleSet Set { get; }
    public IEnumerable<Plugin> Plugins => modules.Select(m => m.Plugin).OfType<Plugin>().Distinct();

    public LineUp First(int count) => new(modules.Take(count));

    public bool Has(string id) => modules.Any(m => m.Id == id);

    /// <summary>Brings the tables of all its modules up to date; throws <see cref="ModuleException"/> for the one where it fails.</summary>
    public void Migrate(Store store)
    {
        var migrator = new Migrator(store);
        try { migrator.Migrate(modules.SelectMany(m => ModuleSet.DbsOf(m.Module))); }
        catch (Exception e) when (e is not IOException)
        {
            foreach (var module in modules) { Migrate(migrator, module); }
        }
    }

    private static void Migrate(Migrator migrator, KnownModule module)
    {
        try { migrator.Migrate(ModuleSet.DbsOf(module.Module)); }
        catch (Exception e) { throw ModuleException.Of(module.Id, "migration", e); }
    }

    private bool Place(KnownModule module, HashSet<string> above)
    {
        if (Has(module.Id)) { return true; }
        if (refused.Any(r => r.Module == module.Id)) { return false; }
        if (!above.Add(module.Id)) { return false; }
        var missing = module.Module.Requires.FirstOrDefault(id => !wanted.TryGetValue(id, out var needed) || !Place(needed, above));
        above.Remove(module.Id);
        if (missing is null) { modules.Add(module); }
        else { refused.Add(new(module.Id, "requirements", $"It requires {missing}, which is not on.", refused: true)); }
        return missing is null;
    }
}

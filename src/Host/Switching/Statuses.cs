using Loim.Data;
using Loim.Host.Plugins;
using Loim.Modules;

namespace Loim.Host.Switching;

/// <summary>What is known of each module at one moment, in the words of the administrator.</summary>
internal static class Statuses
{
    public static IReadOnlyList<ModuleStatus> Of(
        Catalogue catalogue, LineUp lineUp, IReadOnlyDictionary<string, ModuleException> troubles, IReadOnlyDictionary<string, Ruling> ruling)
    {
        var known = catalogue.Known.Select(m => Status(m, lineUp.Has(m.Id), troubles.GetValueOrDefault(m.Id), ruling.GetValueOrDefault(m.Id)));
        var unknown = troubles.Values.Where(t => catalogue.Find(t.Module) is null).Select(Unloaded);
        var missing = ruling.Where(r => r.Value.On && catalogue.Find(r.Key) is null && !troubles.ContainsKey(r.Key))
            .Select(r => Unloaded(new(r.Key, "load", "No plugin that was loaded brings it.", refused: true)));
        return [.. known.Concat(unknown).Concat(missing)];
    }

    private static ModuleStatus Status(KnownModule known, bool on, ModuleException? trouble, Ruling? ruling) => new(
        known.Id, known.Origin, on ? ModuleState.On : StateOf(trouble), known.Version, known.Hash, trouble?.Phase, trouble?.Reason,
        ruling?.By, ruling?.At, known.Module.AlwaysOn, known.Module.Requires);

    private static ModuleStatus Unloaded(ModuleException trouble) =>
        new(trouble.Module, "", StateOf(trouble), "", "", trouble.Phase, trouble.Reason, null, null, false, []);

    private static ModuleState StateOf(ModuleException? trouble) => trouble is null ? ModuleState.Off : trouble.Refused ? ModuleState.Refused : ModuleState.Failed;
}

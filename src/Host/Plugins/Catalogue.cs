using System.Reflection;
using Loim.Modules;
using Module = Loim.Modules.Module;

namespace Loim.Host.Plugins;

/// <summary>All that could be on: the modules of the core, and those of the plugins that the deployment lists.</summary>
/// <param name="Faults">Plugins that could not be loaded, and modules that could not be made.</param>
internal sealed record Catalogue(IReadOnlyList<KnownModule> Known, IReadOnlyList<ModuleException> Faults)
{
    /// <param name="plugins">Null: without plugins.</param>
    public static Catalogue Read(Deployment deployment, PluginStore? plugins)
    {
        var (known, faults) = (new List<KnownModule>(), new List<ModuleException>());
        Add(typeof(Module).Assembly, null, known, faults);
        foreach (var name in plugins is null ? [] : deployment.Plugins)
        {
            try
            {
                var plugin = plugins!.Load(name, deployment.Pins.GetValueOrDefault(name));
                RefuseTwins(plugin, known);
                Add(plugin.Assembly, plugin, known, faults);
            }
            catch (ModuleException e) { faults.Add(e); }
        }
        return new(known, faults);
    }

    public KnownModule? Find(string id) => Known.FirstOrDefault(m => m.Id == id);

    private static void Add(Assembly assembly, Plugin? plugin, List<KnownModule> known, List<ModuleException> faults)
    {
        foreach (var type in ModulesOf(assembly))
        {
            try { known.Add(new((Module)Activator.CreateInstance(type)!, plugin)); }
#pragma warning disable CA1031 // A plugin may throw anything; the others are not to suffer.
            catch (Exception e)
#pragma warning restore CA1031
            {
                var inner = (e as TargetInvocationException)?.InnerException ?? e;
                faults.Add(new(Module.IdOf(type), "constructor", $"{inner.GetType().Name}: {inner.Message}", inner: inner));
            }
        }
    }

    private static void RefuseTwins(Plugin plugin, List<KnownModule> known)
    {
        foreach (var id in ModulesOf(plugin.Assembly).Select(Module.IdOf))
        {
            if (known.FirstOrDefault(m => m.Id == id) is { } twin)
            {
                throw new ModuleException(plugin.Name, "load", $"Its module {id} has the id of a module of {twin.Origin}.", refused: true);
            }
        }
    }

    private static IEnumerable<Type> ModulesOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract);
}

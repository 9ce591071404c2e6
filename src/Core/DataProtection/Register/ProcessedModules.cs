using Loim.Modules;
using Module = Loim.Modules.Module;

namespace Loim.DataProtection.Register;

/// <summary>What the modules that are on hold of persons. Read from their models once: anyone may ask for it.</summary>
[Singleton]
internal sealed class ProcessedModules(ModuleSet modules)
{
    private readonly Lazy<Dictionary<string, IReadOnlyList<ProcessedProperty>>> all = new(() => modules.On.ToDictionary(m => m.Id, ProcessedProperty.Of));

    public IReadOnlyList<ProcessedProperty> Of(Module module) => all.Value[module.Id];
}

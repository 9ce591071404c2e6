using Loim.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Programme.Indicators;

internal sealed record KnownIndicator(Module Module, Type Type);

/// <summary>The indicators of the modules that are on, each made by itself: one that throws spoils no other.</summary>
[Scoped]
internal sealed class IndicatorCatalogue(ModuleSet modules, IServiceProvider services)
{
    public IEnumerable<KnownIndicator> All => modules.On.SelectMany(module =>
        module.Types.Where(type => type.IsAssignableTo(typeof(IIndicator))).Select(type => new KnownIndicator(module, type)));

    public IIndicator Make(KnownIndicator known) => (IIndicator)ActivatorUtilities.CreateInstance(services, known.Type);

    /// <summary>The class's name stands in where the indicator cannot even be made.</summary>
    public string CodeOf(KnownIndicator known)
    {
        try { return Make(known).Code; }
#pragma warning disable CA1031 // Its own fault is named where its value is computed.
        catch (Exception)
#pragma warning restore CA1031
        {
            return $"{known.Module.Id}.{Module.Kebab(known.Type.Name)}";
        }
    }
}

using System.Reflection;
using Loim.Modules;

namespace Loim.Web;

/// <summary>The sections of the modules that are on.</summary>
internal sealed class SectionList(ModuleSet modules)
{
    private readonly ILookup<string, Section> byPlace = modules.On
        .SelectMany(module => ModuleSet.TypesOf(module).Select(type => (module, type, about: type.GetCustomAttribute<SectionAttribute>())))
        .Where(s => s.about is not null)
        .OrderBy(s => s.about!.Order)
        .ToLookup(s => s.about!.Place, s => new Section(s.module, s.type, $"{s.module.Id}.{s.about!.Permission}"));

    public IEnumerable<Section> Of(string place) => byPlace[place];
}

internal sealed record Section(Loim.Modules.Module Module, Type Component, string Permission);

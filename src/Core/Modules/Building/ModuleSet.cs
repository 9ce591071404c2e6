using System.Reflection;

namespace Loim.Modules;

/// <summary>The modules that are on in one generation, and what lies in the namespace of each.</summary>
internal sealed class ModuleSet(IEnumerable<Module> modules)
{
    private readonly Dictionary<string, Module[]> byAssembly = modules.GroupBy(m => m.GetType().Assembly.FullName!)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(m => m.GetType().Namespace!.Length).ToArray());

    /// <summary>Of the core's modules, on or off.</summary>
    private static readonly IReadOnlyList<string> Namespaces =
        [.. typeof(Module).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract).Select(t => t.Namespace!)];

    public IReadOnlyList<Module> On { get; } = [.. modules];

    /// <summary>The assemblies of plugins among them.</summary>
    public IEnumerable<Assembly> Plugins => Assemblies.Where(a => a != typeof(Module).Assembly);

    public IEnumerable<Assembly> Assemblies => On.Select(m => m.GetType().Assembly).Distinct();

    public Module? Find(string id) => On.FirstOrDefault(m => m.Id == id);

    /// <summary>The module in whose namespace the type lies, if that module is on.</summary>
    public Module? OwnerOf(Type type) =>
        byAssembly.GetValueOrDefault(type.Assembly.FullName!)?.FirstOrDefault(m => Lies(type, m));

    public bool Owns(Type type) => OwnerOf(type) is not null;

    /// <summary>Whether the type may be seen in this generation: not a module's own, or of a module that is on.</summary>
    public bool Has(Type type) => Owns(type) || IsShared(type);

    public static bool Lies(Type type, Module module) =>
        type.Assembly == module.GetType().Assembly && type.Namespace is { } space && module.GetType().Namespace is { } root
        && (space == root || space.StartsWith(root + ".", StringComparison.Ordinal));

    public static IEnumerable<Type> DbsOf(Module module) => module.Types.Where(t => t.IsSubclassOf(typeof(Data.ModuleDb)));

    /// <summary>Core types outside of every switchable module: layout, error pages, components.</summary>
    private static bool IsShared(Type type) => type.Assembly == typeof(Module).Assembly
        && !Namespaces.Any(space => type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true);
}

using System.Reflection;
using Loim.Modules;
using Module = Loim.Modules.Module;

namespace Loim.Host.Plugins;

/// <summary>An assembly of modules that was checked and loaded.</summary>
/// <param name="Folder">The copy that it runs from.</param>
/// <param name="Hash">SHA-256 over all its files.</param>
internal sealed record Plugin(string Name, string Folder, string Hash, Assembly Assembly)
{
    public string Version => VersionOf(Assembly);

    public static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version!.ToString();
}

/// <summary>A module that the host could run.</summary>
/// <param name="Plugin">Null for the shared modules of the core.</param>
internal sealed record KnownModule(Module Module, Plugin? Plugin)
{
    private static readonly string CoreHash = typeof(Module).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public string Id => Module.Id;
    public string Origin => Plugin?.Name ?? "Lõim";
    public string Version => Plugin?.Version ?? Plugins.Plugin.VersionOf(typeof(Module).Assembly);
    public string Hash => Plugin?.Hash ?? CoreHash;
}

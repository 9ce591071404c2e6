using System.Reflection;
using System.Runtime.Loader;

namespace Loim.Host.Plugins;

/// <summary>
/// Where a plugin's assemblies live: what the host has comes from the host, the rest from the plugin's own folder.
/// Not collectible: the caches of ASP.NET Core and EF hold on to it anyway, so a plugin costs its size once an upgrade.
/// </summary>
internal sealed class PluginContext(string main) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(main))
{
    private static readonly HashSet<string> OfTheHost = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Select(p => Path.GetFileNameWithoutExtension(p)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly AssemblyDependencyResolver resolver = new(main);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        !OfTheHost.Contains(assemblyName.Name!) && resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}

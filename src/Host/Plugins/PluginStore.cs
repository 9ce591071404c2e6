using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Loim.Modules;
using Module = Loim.Modules.Module;

namespace Loim.Host.Plugins;

/// <summary>Finds, checks and loads plugins: a folder each, with the assembly of the same name in it.
/// What it does, McMaster.NETCore.Plugins could do as well.</summary>
/// <param name="root">Where the plugins lie.</param>
/// <param name="copies">Where the copies lie that they run from, so that an upgrade may overwrite the originals.</param>
internal sealed class PluginStore(string root, string copies)
{
    private readonly Dictionary<string, Plugin> loaded = [];

    /// <param name="pin">The hash that the deployment demands, if it does.</param>
    /// <exception cref="ModuleException">It cannot be read, does not fit, or is not the one that was pinned.</exception>
    public Plugin Load(string name, string? pin)
    {
        if (name != Path.GetFileName(name)) { throw Refuse(name, "A plugin is named by its folder alone."); }
        var folder = Path.Combine(root, name);
        if (!File.Exists(Path.Combine(folder, name + ".dll"))) { throw Refuse(name, $"There is no {name}/{name}.dll among the plugins."); }
        try { return Load(name, pin, Read(folder)); }
        catch (ModuleException) { throw; }
#pragma warning disable CA1031 // Whatever is wrong with a file that somebody laid there, the plugin is named.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new ModuleException(name, "load", Reason(e), inner: e);
        }
    }

    private Plugin Load(string name, string? pin, SortedDictionary<string, byte[]> files)
    {
        var hash = HashOf(files);
        if (pin is not null && !hash.Equals(pin, StringComparison.OrdinalIgnoreCase)) { throw Refuse(name, $"Its files have the hash {hash}, but the deployment pins {pin}."); }
        if (loaded.TryGetValue(name, out var same) && same.Hash == hash) { return same; }
        var main = Path.Combine(Copy(name, hash, files), name + ".dll");
        CheckContract(name, main);
        var assembly = new PluginContext(main).LoadFromAssemblyPath(main);
        if (LinkCheck.Missing(assembly) is { Count: > 0 } missing) { throw Refuse(name, "It does not fit this host: " + string.Join(" ", missing.Take(3))); }
        _ = assembly.GetTypes();
        return loaded[name] = new Plugin(name, Path.GetDirectoryName(main)!, hash, assembly);
    }

    /// <summary>The bytes that were hashed are those that are written, and a copy that is there already is hashed again.</summary>
    private string Copy(string name, string hash, SortedDictionary<string, byte[]> files)
    {
        var copy = Path.Combine(copies, $"{name}-{hash[..16].ToLowerInvariant()}");
        if (Directory.Exists(copy))
        {
            if (HashOf(Read(copy)) == hash) { return copy; }
            // Somebody changed it, and a process may still run from it.
            copy += "-" + Path.GetRandomFileName();
        }
        var fresh = Path.Combine(copies, Path.GetRandomFileName());
        foreach (var (path, bytes) in files)
        {
            var to = Path.Combine(fresh, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllBytes(to, bytes);
        }
        Directory.Move(fresh, copy);
        return copy;
    }

    private static void CheckContract(string name, string main)
    {
        var own = typeof(Module).Assembly.GetName();
        var theirs = LinkCheck.ContractOf(main, own.Name!) ?? throw Refuse(name, $"It does not use {own.Name}.");
        if (theirs.Major != own.Version!.Major) { throw Refuse(name, $"It was built for version {theirs} of the contract; this host has {own.Version}."); }
    }

    private static SortedDictionary<string, byte[]> Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllBytes),
        StringComparer.Ordinal);

    private static string HashOf(SortedDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path.Replace('\\', '/')}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Reason(Exception e) => e is ReflectionTypeLoadException types
        ? "It does not fit this host: " + string.Join(" ", types.LoaderExceptions.Select(x => x!.Message).Distinct().Take(3))
        : ModuleException.ReasonOf(e);

    private static ModuleException Refuse(string name, string reason) => new(name, "load", reason, refused: true);
}

using System.Text.Json;

namespace Loim.Host.Tests.Houses;

/// <summary>A deployment of its own on temporary folders: data, plugins, deployment.json.</summary>
public sealed class TestFolders : IDisposable
{
    private static readonly string Artifacts = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
    private static readonly object Roles = new Dictionary<string, string[]>
    {
        ["administrator"] = ["accounts.*", "administration.*"],
        ["case-manager"] = ["people.*", "cases.*"],
    };
    private readonly string root = Directory.CreateTempSubdirectory("loim-host-").FullName;

    public TestFolders(string[] plugins, string[] modules)
    {
        Directory.CreateDirectory(Plugins);
        foreach (var plugin in plugins.Where(p => Directory.Exists(Built(p)))) { Install(plugin); }
        Describe(plugins, modules);
    }

    public static string Program => Path.Combine(Artifacts, "bin", "Host", "release", "loim");
    public string Data => Path.Combine(root, "data");
    public string Plugins => Path.Combine(root, "plugins");
    public string Deployment => Path.Combine(root, "testville");

    /// <summary>Writes deployment.json anew.</summary>
    public void Describe(string[] plugins, string[] modules, Dictionary<string, string>? pins = null, object? settings = null)
    {
        Directory.CreateDirectory(Deployment);
        var described = new { municipality = "Testville", owner = "Testville", ehak = "0000", plugins, modules, pins = pins ?? [], settings = settings ?? new { }, roles = Roles };
        File.WriteAllText(Path.Combine(Deployment, "deployment.json"), JsonSerializer.Serialize(described));
    }

    /// <summary>Lays the plugin there, under another name if one is given: an upgrade then.</summary>
    public void Install(string plugin)
    {
        var to = Directory.CreateDirectory(Path.Combine(Plugins, plugin)).FullName;
        foreach (var file in Directory.EnumerateFiles(Built(plugin))) { File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true); }
    }

    /// <summary>Lays these bytes there as the plugin's assembly.</summary>
    public void Install(string plugin, byte[] bytes) =>
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(Plugins, plugin)).FullName, plugin + ".dll"), bytes);

    public static byte[] BytesOf(string plugin) => File.ReadAllBytes(Path.Combine(Built(plugin), plugin + ".dll"));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Built(string plugin) => Path.Combine(Artifacts, "faults", plugin);
}

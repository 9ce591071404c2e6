using Loim.Modules;
using Microsoft.AspNetCore.DataProtection;

namespace Loim.Host.Data;

/// <summary>All that a deployment keeps: database, keys, backups; and which deployment it is.</summary>
internal sealed class DataFolder(string path)
{
    public string Root { get; } = Path.GetFullPath(path);
    public string Database => Path.Combine(Root, "loim.db");
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>What was signed of the audit; another folder, best on another machine, by LOIM_CHECKPOINTS.</summary>
    public string Checkpoints => Environment.GetEnvironmentVariable("LOIM_CHECKPOINTS") is { Length: > 0 } elsewhere ? elsewhere : Path.Combine(Root, "checkpoints");
    public string Backups => Path.Combine(Root, "backups");
    public string PluginCopies => Path.Combine(Root, "plugins");
    public bool IsEmpty => new FileInfo(Database) is not { Exists: true, Length: > 0 };

    /// <summary>Where the host that runs on this data answers.</summary>
    public string HostAddress => Path.Combine(Root, "host.url");

    public bool HasHost
    {
        get
        {
            using var held = TryTake();
            return held is null;
        }
    }

    /// <returns>Null while a host has it. Ends with the process, however that ends.</returns>
    public FileStream? TryTake()
    {
        CreatePrivate(Root);
        try { return new FileStream(Path.Combine(Root, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException) { return null; }
    }

    /// <summary>The folder remembers its deployment, so that it need not be named again.</summary>
    public string Remember(string? deployment)
    {
        CreatePrivate(Root);
        var file = Path.Combine(Root, "deployment");
        var known = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        if (known is not null && deployment is not null && Deployments.IdOf(known) != Deployments.IdOf(deployment))
        {
            throw new Refusal($"{Root} holds the data of {Deployments.IdOf(known)}, not of {Deployments.IdOf(deployment)}.");
        }
        var chosen = deployment ?? known ?? throw new Refusal($"{Root} is new: say whose it shall be by --deployment.");
        if (deployment is not null) { File.WriteAllText(file, Deployments.Stored(deployment)); }
        return chosen;
    }

    /// <summary>Protects cookies and forms; its keys outlive the process.</summary>
    public IDataProtectionProvider Protection() =>
        DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(Keys, "protection")), o => o.SetApplicationName("loim"));

    public void RemoveDatabase()
    {
        foreach (var ending in (string[])["", "-wal", "-shm"]) { File.Delete(Database + ending); }
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(folder); }
        else { Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }
}

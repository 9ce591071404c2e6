using System.Diagnostics;

namespace Loim.Host.Tests.Houses;

/// <summary>A small disk mounted over a folder, seen only by the programs that are started inside (<see cref="Inside"/>).
/// It lives as long as the process that holds its mount namespace.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly Process holder;
    private readonly string folder;

    private SmallDisk(Process holder, string folder) => (this.holder, this.folder) = (holder, folder);

    public string[] Inside => ["nsenter", "--target", $"{holder.Id}", "--user", "--mount", "--preserve-credentials", "--"];

    public static async Task<SmallDisk> Over(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        var holder = Process.Start(new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=\"$1\",mode=700 disk \"$0\" && echo mounted && exec cat", folder, size])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        (await holder.StandardOutput.ReadLineAsync()).ShouldBe("mounted");
        return new(holder, folder);
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Seen("filling"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try { while (true) { file.Write(block); } }
        catch (IOException) { }
    }

    public void Free() => File.Delete(Seen("filling"));

    /// <summary>The database as it is now. A copy: SQLite follows links to their end, and would look under the disk.</summary>
    public Database Copy()
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
        foreach (var file in Directory.EnumerateFiles(Seen(""), "loim.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }
        return new Database(copy);
    }

    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
    }

    private string Seen(string name) => Path.Combine($"/proc/{holder.Id}/root{folder}", name);
}

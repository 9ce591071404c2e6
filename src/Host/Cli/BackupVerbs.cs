using System.CommandLine;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Host.Data;
using Loim.Modules;

namespace Loim.Host.Cli;

/// <summary>The keys are not in a backup: without a copy of their folder, kept apart, sealed values cannot be read again.</summary>
internal static class BackupVerbs
{
    private static readonly Argument<FileInfo> Copy = new("file") { Description = "The backup." };

    public static Command Backup()
    {
        var backup = new Command("backup", "Copy the database to a file, while people work, and verify the copy.") { Copy };
        backup.SetAction(line =>
        {
            var folder = new DataFolder(CommandLine.DataOf(line));
            if (folder.IsEmpty) { throw new Refusal($"There is no database in {folder.Root}."); }
            using var store = new Store(folder.Database);
            Loim.Data.Backup.Take(store, line.GetValue(Copy)!.FullName);
            Console.WriteLine($"{line.GetValue(Copy)} is a verified copy. The keys are not in it: keep a copy of {folder.Keys} apart.");
            return 0;
        });
        return backup;
    }

    public static Command Restore()
    {
        var restore = new Command("restore", "Put a verified backup in the database's place; the old one is kept aside.") { Copy };
        restore.SetAction(line =>
        {
            var folder = new DataFolder(CommandLine.DataOf(line));
            using var held = folder.TryTake() ?? throw new Refusal($"A host runs on {folder.Root}: end it first.");
            var aside = Restore(folder, line.GetValue(Copy)!.FullName);
            Console.WriteLine(aside is null ? "Restored." : $"Restored. The database that was there is {aside}.");
            return 0;
        });
        return restore;
    }

    private static string? Restore(DataFolder folder, string file)
    {
        if (!File.Exists(file)) { throw new Refusal($"There is no file {file}."); }
        var fresh = folder.Database + ".restoring";
        File.Copy(file, fresh, overwrite: true);
        try { Loim.Data.Backup.Check(fresh); }
        catch
        {
            File.Delete(fresh);
            throw;
        }
        var stamp = $"before-restore-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}";
        var aside = folder.IsEmpty ? null : Path.Combine(Directory.CreateDirectory(folder.Backups).FullName, stamp + ".db");
        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            if (aside is not null && File.Exists(folder.Database + ending)) { File.Move(folder.Database + ending, aside + ending); }
        }
        File.Move(fresh, folder.Database);
        new CheckpointFile(folder.Checkpoints).GoBackTo(RowsOfAudit(folder), Path.Combine(folder.Backups, stamp + ".checkpoints"));
        return aside;
    }

    private static long RowsOfAudit(DataFolder folder)
    {
        using var audit = AuditFile.Open(folder.Database);
        return new AuditRows(audit).Count();
    }
}

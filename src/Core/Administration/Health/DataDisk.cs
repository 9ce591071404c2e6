using Loim.Data;
using Loim.Modules;

namespace Loim.Administration.Health;

/// <summary>What the data folder holds, and how much more it can.</summary>
/// <param name="Database">Bytes, with what is not yet written back into it.</param>
/// <param name="Free">Bytes.</param>
/// <param name="Backups">Newest first.</param>
/// <param name="LastBackup">When the last copy was taken, wherever it was put; null: none was.</param>
internal sealed record DataDisk(long Database, long Free, IReadOnlyList<FileInfo> Backups, DateTime? LastBackup)
{
    private const int Shown = 20;

    public static DataDisk Of(HouseParts parts)
    {
        FileInfo[] files = [new(parts.Store.Path), new(parts.Store.Path + "-wal")];
        var backups = new DirectoryInfo(Path.Combine(parts.DataFolder, "backups"));
        var mark = new FileInfo(Backup.MarkOf(parts.Store));
        return new(
            files.Where(f => f.Exists).Sum(f => f.Length),
            new DriveInfo(Path.GetFullPath(parts.DataFolder)).AvailableFreeSpace,
            backups.Exists ? [.. backups.GetFiles("*.db").OrderByDescending(f => f.LastWriteTimeUtc).Take(Shown)] : [],
            mark.Exists ? mark.LastWriteTimeUtc : null);
    }
}

using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>Copies the database as it is at one moment, while people work, and checks the copy before it counts.</summary>
internal static class Backup
{
    public static void Take(Store store, string file)
    {
        var partial = file + ".partial";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        // Says by itself where nothing can be written.
        File.Create(partial).Dispose();
        try
        {
            using (var from = store.Open())
            using (var to = Alone(partial, SqliteOpenMode.ReadWriteCreate))
            {
                to.Open();
                from.BackupDatabase(to);
            }
            Check(partial);
            File.Move(partial, file, overwrite: true);
        }
        finally { File.Delete(partial); }
        Directory.CreateDirectory(Path.GetDirectoryName(MarkOf(store))!);
        File.WriteAllBytes(MarkOf(store), []);
    }

    /// <summary>A file whose time says when the last copy was taken: where that lies is its taker's matter.</summary>
    public static string MarkOf(Store store) => Path.Combine(Folder(store), "last");

    private static string Folder(Store store) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store.Path))!, "backups");

    public static void Before(Store store, IEnumerable<string> migrating)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'house%' AND name NOT LIKE 'sqlite%'";
        // A database in which no module has been yet holds nothing to lose.
        if ((long)command.ExecuteScalar()! == 0) { return; }
        var stamp = $"{File.GetLastWriteTimeUtc(store.Path):yyyyMMdd-HHmmss}-before-{string.Join('-', migrating.Take(3))}";
        Take(store, Path.Combine(Folder(store), stamp + ".db"));
    }

    /// <summary>Throws <see cref="InvalidDataException"/> when the file is not a sound database of this house.</summary>
    public static void Check(string file)
    {
        try
        {
            // Immutable: nobody writes to it, and no log is laid beside it.
            using var connection = Alone(new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (command.ExecuteScalar() is not "ok") { throw new InvalidDataException($"{file} is damaged."); }
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'house_migrations'";
            if ((long)command.ExecuteScalar()! == 0) { throw new InvalidDataException($"{file} is not a database of Lõim."); }
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException($"{file} is not a sound database: {e.Message}", e);
        }
    }

    private static SqliteConnection Alone(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
}

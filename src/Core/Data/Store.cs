using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>The one database of the deployment: where it is, how a connection is set up, and the gate before its writer.
/// One instance a process, shared by generations.</summary>
internal sealed class Store(string path)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 5,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    public string Path => path;

    /// <summary>One writer at a time in this process, in the order of arrival; SQLite's own waiting is neither fair nor quick.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // FULL: with NORMAL a power loss may take back a commit that was already answered.
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Changes whenever another connection commits.</summary>
    public static long DataVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}

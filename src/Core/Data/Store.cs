using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Loim.Data;

/// <summary>The one database of the deployment: where it is, how a connection is set up, and the gate before its writer.
/// One instance a process, shared by generations.</summary>
internal sealed class Store(string path)
{
    static Store()
    {
        Batteries_V2.Init();
        // A connection is used by one thread at a time, and nobody asks how much memory SQLite takes: without both there
        // is no lock that all requests share. Refused, and harmless, where SQLite is in use already.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 5,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    /// <summary>The pool lends the same handles again, and they keep their pragmas.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> tuned = [];

    public string Path => path;

    /// <summary>One writer at a time in this process, in the order of arrival; SQLite's own waiting is neither fair nor quick.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (!tuned.TryAdd(connection.Handle!, tuned)) { return connection; }
        using var command = connection.CreateCommand();
        // FULL: with NORMAL a power loss may take back a commit that was already answered. What is deleted is overwritten, not left in the file.
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;";
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

using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Loim.Data;

/// <summary>The one database of the deployment: where it is, how a connection is set up, and the gate before its writer.
/// One instance a process, shared by generations.</summary>
internal sealed class Store(string path) : IDisposable
{
    private const int MostIdle = 16;

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
        Pooling = false,
    }.ToString();

    private readonly ConcurrentBag<KeptConnection> idle = [];
    private SqliteConnection? writer;
    private volatile bool closed;
    private long written;

    public string Path => path;

    public ContextPools Contexts { get; } = new();

    /// <summary>One writer at a time in this process, in the order of arrival; SQLite's own waiting is neither fair nor quick.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>For whoever holds the gate. SQLite drops the cache of a connection when another one has written; this one keeps its own.</summary>
    public SqliteConnection Writer => writer ??= Open();

    /// <summary>How many changes this process has made: what was read under one number is not sure to hold under the next.</summary>
    public long Written => Interlocked.Read(ref written);

    public void CountWritten() => Interlocked.Increment(ref written);

    /// <summary>Disposing it gives it back: it is lent again with its pragmas and its prepared statements.</summary>
    public SqliteConnection Open()
    {
        if (idle.TryTake(out var known)) { return known.Lent(); }
        var connection = new KeptConnection(connectionString, TakeBack);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            // FULL: with NORMAL a power loss may take back a commit that was already answered. What is deleted is overwritten, not left in the file.
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;";
            command.ExecuteNonQuery();
            // A plan does not hang on what is bound: otherwise every statement with a LIMIT is planned anew at each use.
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            return connection.Lent();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Changes whenever another connection commits.</summary>
    public static long DataVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Closes what is not lent, and whatever is given back from now on.</summary>
    public void Dispose()
    {
        closed = true;
        writer?.Dispose();
        while (idle.TryTake(out var connection)) { connection.Dispose(); }
    }

    private bool TakeBack(KeptConnection connection)
    {
        if (closed || idle.Count >= MostIdle) { return false; }
        idle.Add(connection);
        return true;
    }
}

using System.Text.Json;
using Loim.Modules;
using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>The append-only log of facts, and the bell that wakes their readers. One a process.</summary>
internal sealed class FactLog(TimeProvider time)
{
    private volatile TaskCompletionSource bell = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends at the next commit with facts in this process.</summary>
    public Task Rung => bell.Task;

    public void Ring() => Interlocked.Exchange(ref bell, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Sets the cursor of those who have none to the newest fact.</summary>
    public static async Task Subscribe(Store store, IEnumerable<string> modules)
    {
        using var connection = store.Open();
        var known = CursorsOf(connection);
        foreach (var module in modules.Where(m => !known.Contains(m)))
        {
            await store.Gate.WaitAsync();
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT OR IGNORE INTO house_cursors (Module, Number) SELECT $module, coalesce(max(Number), 0) FROM house_facts";
                command.Parameters.AddWithValue("$module", module);
                command.ExecuteNonQuery();
            }
            finally { store.Gate.Release(); }
        }
    }

    private static HashSet<string> CursorsOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Module FROM house_cursors";
        using var row = command.ExecuteReader();
        var known = new HashSet<string>();
        while (row.Read()) { known.Add(row.GetString(0)); }
        return known;
    }

    public void Append(SqliteConnection connection, SqliteTransaction transaction, List<IFact> facts)
    {
        foreach (var fact in facts)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO house_facts (Type, Json, At) VALUES ($type, $json, $at)";
            command.Parameters.AddWithValue("$type", fact.GetType().FullName);
            command.Parameters.AddWithValue("$json", JsonSerializer.Serialize(fact, fact.GetType()));
            command.Parameters.AddWithValue("$at", time.GetUtcNow().UtcDateTime);
            command.ExecuteNonQuery();
        }
    }
}

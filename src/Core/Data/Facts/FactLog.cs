using System.Collections.Concurrent;
using System.Text.Json;
using Loim.Modules;
using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>The append-only log of facts, and the bells that wake their readers. One a process.</summary>
internal sealed class FactLog(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> bells = [];

    /// <summary>Ends at the next commit of this process with one of these facts; most facts wake nobody.</summary>
    public Task Rung(IEnumerable<string> types) =>
        Task.WhenAny(types.Select(t => bells.GetOrAdd(t, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task));

    public void Ring(IEnumerable<IFact> facts)
    {
        foreach (var fact in facts)
        {
            if (bells.TryRemove(TypeOf(fact), out var bell)) { bell.TrySetResult(); }
        }
    }

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
            command.Parameters.AddWithValue("$type", TypeOf(fact));
            command.Parameters.AddWithValue("$json", JsonSerializer.Serialize(fact, fact.GetType()));
            command.Parameters.AddWithValue("$at", time.GetUtcNow().UtcDateTime);
            command.ExecuteNonQuery();
        }
    }

    private static string TypeOf(IFact fact) => fact.GetType().FullName!;
}

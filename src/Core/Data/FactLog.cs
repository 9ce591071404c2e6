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

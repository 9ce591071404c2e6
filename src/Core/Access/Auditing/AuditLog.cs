using System.Threading.Channels;
using Loim.Data;
using Microsoft.Data.Sqlite;

namespace Loim.Access.Auditing;

/// <summary>
/// The audit's one writer in the process. Writes join their unit of work; reads wait here until a group of them is
/// committed together. Each row carries a number without gaps and the hash of the one before it.
/// </summary>
internal sealed class AuditLog : IAsyncDisposable
{
    private static readonly string[] Columns = [.. AuditChain.Covered, "Detail", "Hash"];
    private static readonly string Insert = $"INSERT INTO {AuditChain.Table} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => "$" + c))})";

    private readonly Store store;
    private readonly TimeProvider time;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(4096);
    private readonly Task writer;

    public AuditLog(Store store, TimeProvider time)
    {
        (this.store, this.time) = (store, time);
        writer = Task.Run(WriteGroups);
    }

    /// <summary>Ends when the entries are durable; throws when they could not be written.</summary>
    public async Task Note(IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var waiting = new Waiting(entries);
        await queue.Writer.WriteAsync(waiting, ct);
        await waiting.Done.Task;
    }

    public void Append(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0) { return; }
        var (number, last, hash) = Last(connection, transaction);
        // In the order of time, whatever the clocks of several processes say: a period is a range of numbers.
        var now = AuditChain.Text(time.GetUtcNow().UtcDateTime);
        var at = string.CompareOrdinal(now, last) > 0 ? now : last;
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        foreach (var column in Columns) { command.Parameters.AddWithValue("$" + column, null); }
        foreach (var entry in entries)
        {
            var detail = entry.Detail is { } text ? AuditChain.Salted(text) : null;
            var row = AuditChain.Row(++number, at, entry, detail is null ? null : AuditChain.Digest(detail));
            hash = AuditChain.Next(hash, row);
            foreach (var (index, value) in row.Append(detail).Append(hash).Index()) { command.Parameters[index].Value = value ?? DBNull.Value; }
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The last row: how many there are, and the hash that stands for all of them.</summary>
    public (long Number, string Hash) Head()
    {
        using var connection = store.Open();
        var (number, _, hash) = Last(connection, null);
        return (number, hash);
    }

    /// <summary>Empties what the audit says of a person beyond that something was done; the chain holds without it.</summary>
    /// <returns>How many rows said more.</returns>
    public static int Forget(SqliteConnection connection, SqliteTransaction transaction, Guid person)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"UPDATE {AuditChain.Table} SET Detail = NULL WHERE Person = $person AND Detail IS NOT NULL";
        command.Parameters.AddWithValue("$person", person);
        return command.ExecuteNonQuery();
    }

    private async Task WriteGroups()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            await store.Gate.WaitAsync();
            var group = new List<Waiting>();
            try
            {
                while (group.Count < 256 && queue.Reader.TryRead(out var waiting)) { group.Add(waiting); }
                using var transaction = store.Writer.BeginTransaction(deferred: false);
                Append(store.Writer, transaction, [.. group.SelectMany(w => w.Entries)]);
                transaction.Commit();
                group.ForEach(w => w.Done.TrySetResult());
            }
#pragma warning disable CA1031 // Whatever the reason, those who wait must hear that nothing was noted.
            catch (Exception e)
#pragma warning restore CA1031
            {
                group.ForEach(w => w.Done.TrySetException(new NotNotedException(e)));
            }
            finally { store.Gate.Release(); }
        }
    }

    private static (long Number, string At, string Hash) Last(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT Number, At, Hash FROM {AuditChain.Table} ORDER BY Number DESC LIMIT 1";
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1), row.GetString(2)) : (0, "", AuditChain.Beginning);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
    }

    private sealed record Waiting(IReadOnlyList<AuditEntry> Entries)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>A read could not be noted, so its data must not leave.</summary>
internal sealed class NotNotedException(Exception inner) : Exception("The read could not be noted; no data was shown.", inner);

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Loim.Data;
using Microsoft.Data.Sqlite;

namespace Loim.Access;

/// <summary>One line of the audit: who did what, where, to whose data. Never a personal value.</summary>
internal sealed record AuditEntry
{
    public required Guid Account { get; init; }
    public required string Who { get; init; }

    /// <summary><c>read</c>, <c>add</c>, <c>change</c>, <c>delete</c>, <c>sign-in</c> and the like.</summary>
    public required string Action { get; init; }
    public required string Page { get; init; }
    public Guid? Person { get; init; }
    public string What { get; init; } = "";
}

/// <summary>
/// The audit's one writer in the process. Writes join their unit of work; reads wait here until a group of them is
/// committed together. Each row carries a number without gaps and the hash of the one before it.
/// </summary>
internal sealed class AuditLog : IAsyncDisposable
{
    private static readonly string[] Columns = ["Number", "At", "Account", "Who", "Action", "Page", "Person", "What", "Hash"];

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
        var (number, hash) = Last(connection, transaction);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO house_audit ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => "$" + c))})";
        foreach (var column in Columns) { command.Parameters.AddWithValue("$" + column, null); }
        foreach (var entry in entries)
        {
            var at = time.GetUtcNow().UtcDateTime;
            hash = Hash(hash, ++number, at, entry);
            var row = new object[] { number, at, entry.Account, entry.Who, entry.Action, entry.Page, (object?)entry.Person ?? DBNull.Value, entry.What, hash };
            foreach (var (index, value) in row.Index()) { command.Parameters[index].Value = value; }
            command.ExecuteNonQuery();
        }
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
                using var connection = store.Open();
                using var transaction = connection.BeginTransaction(deferred: false);
                Append(connection, transaction, [.. group.SelectMany(w => w.Entries)]);
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

    private static (long Number, string Hash) Last(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT Number, Hash FROM house_audit ORDER BY Number DESC LIMIT 1";
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, "");
    }

    private static string Hash(string before, long number, DateTime at, AuditEntry e) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
            before, number.ToString(CultureInfo.InvariantCulture), at.ToString("O"), e.Account, e.Who, e.Action, e.Page, e.Person, e.What))));

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

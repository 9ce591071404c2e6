using Loim.Access.Auditing;
using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>What was asked of the host, and how it ended. Read and written before there is a container, and beside one.</summary>
internal sealed class WishTable(Store store, AuditLog audit, TimeProvider time)
{
    /// <summary>The last wish for each module that was carried out: it rules.</summary>
    public IReadOnlyDictionary<string, Ruling> Ruling()
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT Module, "On", By, At FROM house_wishes
            WHERE Number IN (SELECT max(Number) FROM house_wishes WHERE Done = 1 AND Module <> '' GROUP BY Module)
            """;
        using var row = command.ExecuteReader();
        var ruling = new Dictionary<string, Ruling>();
        while (row.Read()) { ruling[row.GetString(0)] = new(row.GetBoolean(1), row.GetString(2), DateTime.SpecifyKind(row.GetDateTime(3), DateTimeKind.Utc)); }
        return ruling;
    }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<PendingWish> Pending()
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT Number, Module, "On", Settings FROM house_wishes WHERE Done IS NULL ORDER BY Number""";
        using var row = command.ExecuteReader();
        var pending = new List<PendingWish>();
        while (row.Read()) { pending.Add(new(row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.IsDBNull(3) ? null : WishedSettings.Of(row.GetString(3)))); }
        return pending;
    }

    /// <returns>Null while the wish waits, or when there is none of this number.</returns>
    public (bool Done, string? Reason)? OutcomeOf(long number)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Done, Reason FROM house_wishes WHERE Number = $number AND Done IS NOT NULL";
        command.Parameters.AddWithValue("$number", number);
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetString(1)) : null;
    }

    public Task<long> Add(string module, bool on, string by) => Write((connection, transaction) =>
    {
        audit.Append(connection, transaction, [new() { Account = Guid.Empty, Who = by, Action = "switch", Page = "command line", What = $"{module} {(on ? "on" : "off")}".Trim() }]);
        return Insert(connection, transaction, module, on, by, done: null);
    });

    /// <summary>The deployment's own wishes, where nobody has wished for anything yet.</summary>
    public Task Seed(IEnumerable<string> modules) => Write((connection, transaction) =>
    {
        foreach (var module in modules) { Insert(connection, transaction, module, on: true, "deployment", done: true); }
        return 0;
    });

    /// <summary>What was wished to be set holds from the moment when the wish was done.</summary>
    public Task Settle(PendingWish wish, bool done, string? reason) => Write((connection, transaction) =>
    {
        if (done && wish.Settings is { } settings) { SettingTable.Keep(settings, connection, transaction); }
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE house_wishes SET Done = $done, Reason = $reason, Settings = NULL WHERE Number = $number";
        command.Parameters.AddWithValue("$done", done);
        command.Parameters.AddWithValue("$reason", (object?)reason ?? DBNull.Value);
        command.Parameters.AddWithValue("$number", wish.Number);
        return command.ExecuteNonQuery();
    });

    private long Insert(SqliteConnection connection, SqliteTransaction transaction, string module, bool on, string by, bool? done)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """INSERT INTO house_wishes (Module, "On", By, At, Done) VALUES ($module, $on, $by, $at, $done) RETURNING Number""";
        command.Parameters.AddWithValue("$module", module);
        command.Parameters.AddWithValue("$on", on);
        command.Parameters.AddWithValue("$by", by);
        command.Parameters.AddWithValue("$at", time.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("$done", (object?)done ?? DBNull.Value);
        return (long)command.ExecuteScalar()!;
    }

    private async Task<T> Write<T>(Func<SqliteConnection, SqliteTransaction, T> write)
    {
        await store.Gate.WaitAsync();
        try
        {
            using var connection = store.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(connection, transaction);
            transaction.Commit();
            return result;
        }
        finally { store.Gate.Release(); }
    }
}

internal sealed record Ruling(bool On, string By, DateTime At);

internal sealed record PendingWish(long Number, string Module, bool On, WishedSettings? Settings);

using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>
/// Seals anew, with the newest key, whatever an older one sealed: in every table of the file, whether or not its module is on or
/// known at all. What is sealed is known by its opening at its place. Some rows a transaction, so it may be killed and run again.
/// </summary>
internal sealed class KeyRotation(Store store, Keyring keys)
{
    private const int AtOnce = 500;

    /// <returns>How many values each key has sealed, and how many look sealed but do not open.</returns>
    public KeyCount Count()
    {
        using var connection = store.Open();
        var (by, unreadable) = (new SortedDictionary<int, long>(), 0L);
        foreach (var (table, column) in Columns(connection))
        {
            foreach (var (_, row, cipher) in Sealed(connection, null, table, column, int.MaxValue, long.MaxValue, 0))
            {
                if (keys.Open(cipher, Place(table, column, row)) is null) { unreadable++; }
                else { by[Keyring.NumberOf(cipher)!.Value] = by.GetValueOrDefault(Keyring.NumberOf(cipher)!.Value) + 1; }
            }
        }
        return new(keys.Current, by, unreadable);
    }

    /// <returns>How many values were sealed anew.</returns>
    public async Task<long> Run(CancellationToken ct)
    {
        using var connection = store.Open();
        var done = 0L;
        foreach (var (table, column) in Columns(connection))
        {
            for (var from = 0L; from >= 0; ct.ThrowIfCancellationRequested())
            {
                await store.Gate.WaitAsync(ct);
                try { (done, from) = Some(connection, table, column, from, done); }
                finally { store.Gate.Release(); }
            }
        }
        return done;
    }

    /// <returns>The count so far, and after which row to go on; below zero at the end.</returns>
    private (long Done, long From) Some(SqliteConnection connection, string table, string column, long from, long done)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var found = Sealed(connection, transaction, table, column, keys.Current, AtOnce, from).ToList();
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, $"UPDATE \"{table}\" SET \"{column}\" = $cipher WHERE rowid = $row");
        var (cipher, row) = (command.Parameters.AddWithValue("$cipher", ""), command.Parameters.AddWithValue("$row", 0L));
        foreach (var it in found)
        {
            if (keys.Open(it.Cipher, Place(table, column, it.Row)) is not { } plain) { continue; }
            (cipher.Value, row.Value) = (keys.Seal(plain, Place(table, column, it.Row)), it.Number);
            done += command.ExecuteNonQuery();
        }
        transaction.Commit();
        return (done, found.Count < AtOnce ? -1 : found[^1].Number);
    }

    /// <summary>Values that look sealed by a key before <paramref name="before"/>, in the order of the rows.</summary>
    private static IEnumerable<(long Number, Guid Row, string Cipher)> Sealed(SqliteConnection connection, SqliteTransaction? transaction,
        string table, string column, int before, long most, long from)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""
            SELECT rowid, "Id", "{column}" FROM "{table}"
            WHERE rowid > $from AND "{column}" GLOB '[1-9]*:*' AND length("{column}") >= 42 AND "{column}" NOT GLOB '*[^0-9A-Za-z+/=:]*'
              AND CAST("{column}" AS INTEGER) < $before ORDER BY rowid LIMIT $most
            """;
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$before", before);
        command.Parameters.AddWithValue("$most", most);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (Guid.TryParse(rows.GetString(1), out var id) && Keyring.NumberOf(rows.GetString(2)) is not null) { yield return (rows.GetInt64(0), id, rows.GetString(2)); }
        }
    }

    private static List<(string Table, string Column)> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND c.type = 'TEXT' AND c.name <> 'Id'
              AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) k WHERE k.name = 'Id' AND k.type = 'TEXT')
            """;
        using var rows = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (rows.Read()) { columns.Add((rows.GetString(0), rows.GetString(1))); }
        return columns;
    }

    private static string Place(string table, string column, Guid row) => new SecretPlace(table, column, row).ToString();
}

/// <param name="Current">The key that seals now.</param>
/// <param name="By">Key to the number of values that it sealed.</param>
internal sealed record KeyCount(int Current, IReadOnlyDictionary<int, long> By, long Unreadable)
{
    public long Older => By.Where(k => k.Key < Current).Sum(k => k.Value);
}

using Microsoft.Data.Sqlite;

namespace Loim.Access.Auditing;

/// <summary>A row as the database keeps it.</summary>
internal sealed record StoredRow(object?[] Covered, object? Detail, object? StoredHash)
{
    private static readonly int Action = Array.IndexOf(AuditChain.Covered, "Action"), Said = Array.IndexOf(AuditChain.Covered, "What");

    public long Number => (long)Covered[0]!;
    public string What => Covered[Said] as string ?? "";
    public string? Hash => StoredHash as string;
    public bool IsCheckpoint => Covered[Action] is CheckpointKeeper.Action;
    public bool IsErased => Detail is null && Covered[^1] is not null;
    public bool DetailHolds => Detail is null || Detail is string text && Covered[^1] is string digest && AuditChain.Digest(text) == digest;

    /// <summary>The same under another number.</summary>
    public object?[] As(long number) => [number, .. Covered[1..]];
}

/// <summary>The audit of an open database, read by nothing but this.</summary>
internal sealed class AuditRows(SqliteConnection connection)
{
    private static readonly string Columns = string.Join(", ", AuditChain.Covered);

    public IEnumerable<StoredRow> From(long number)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns}, Detail, Hash FROM {AuditChain.Table} WHERE Number >= $number OR $number = 1 ORDER BY Number";
        command.Parameters.AddWithValue("$number", number);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var values = new object?[row.FieldCount];
            for (var i = 0; i < values.Length; i++) { values[i] = row.GetValue(i) is var value and not DBNull ? value : null; }
            yield return new(values[..^2], values[^2], values[^1]);
        }
    }

    /// <summary>The number of the last row.</summary>
    public long Count()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT coalesce(max(Number), 0) FROM {AuditChain.Table}";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The hash that a row carries; that of the beginning before the first.</summary>
    public string HashOf(long number)
    {
        if (number <= 0) { return AuditChain.Beginning; }
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Hash FROM {AuditChain.Table} WHERE Number = $number";
        command.Parameters.AddWithValue("$number", number);
        return command.ExecuteScalar() as string ?? "";
    }
}

using Microsoft.Data.Sqlite;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>The rows of all modules as they were: what became of them, and back to that.</summary>
internal sealed class RowsBefore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string copy;
    private readonly List<string> tables = [];

    public RowsBefore(string database)
    {
        copy = database + ".before";
        connection = new($"Data Source={database};Pooling=False;Foreign Keys=False");
        connection.Open();
        Run($"VACUUM INTO '{copy}'");
        Run($"ATTACH '{copy}' AS before");
        tables = [.. Query("""SELECT name FROM before.sqlite_master WHERE type = 'table' AND name NOT LIKE 'house\_%' ESCAPE '\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\_\_%' ESCAPE '\' AND name NOT LIKE '%trigrams%' AND name NOT LIKE '%\_folds' ESCAPE '\'""").Select(row => row[0])];
    }

    /// <returns>Table and values of each row that is new, gone, or other than it was, in both of its forms.</returns>
    public IReadOnlyList<(string Table, string Row)> Changes() =>
        [.. tables.SelectMany(t => Query($"SELECT * FROM (SELECT * FROM main.\"{t}\" EXCEPT SELECT * FROM before.\"{t}\") UNION ALL SELECT * FROM (SELECT * FROM before.\"{t}\" EXCEPT SELECT * FROM main.\"{t}\")").Select(row => (t, string.Join(' ', row))))];

    public void Restore(IEnumerable<string> changed)
    {
        foreach (var table in changed.Distinct()) { Run($"BEGIN IMMEDIATE; DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" SELECT * FROM before.\"{table}\"; COMMIT"); }
    }

    public void Dispose()
    {
        connection.Dispose();
        File.Delete(copy);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string[]> Query(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read()) { rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}")]); }
        return rows;
    }
}

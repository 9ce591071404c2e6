using Microsoft.Data.Sqlite;

namespace Loim.Host.Tests.Houses;

/// <summary>The database file in the hands of somebody else than the host.</summary>
internal sealed class Database(string folder)
{
    private readonly string connectionString = $"Data Source={Path.Combine(folder, "loim.db")};Pooling=False;Default Timeout=30";

    public void Do(string sql)
    {
        using var connection = Open();
        Run(connection, sql);
    }

    public T Ask<T>(string sql) => Column<T>(sql).Single();

    public List<T> Column<T>(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var found = new List<T>();
        while (row.Read()) { found.Add(row.GetFieldValue<T>(0)); }
        return found;
    }

    /// <summary>Rows of every table but the audit's: reading adds to that one.</summary>
    public Dictionary<string, long> Rows() => Column<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'house_audit' AND sql NOT LIKE '%VIRTUAL%'")
        .ToDictionary(table => table, table => Ask<long>($"SELECT count(*) FROM \"{table}\""));

    public void ShouldBeSound() => Ask<string>("PRAGMA integrity_check").ShouldBe("ok");

    /// <summary>Nobody else can write until it is disposed.</summary>
    public IDisposable Locked()
    {
        var connection = Open();
        Run(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>Settings that were changed, and what the database says of itself; read before there is a container.</summary>
internal sealed class SettingTable(Store store)
{
    /// <summary>Module of what the database says of itself; no module has it as its id.</summary>
    private const string House = "";

    /// <summary>As keys of a configuration: <c>module:name</c>.</summary>
    /// <param name="wished">In the place of what the module has.</param>
    public IReadOnlyDictionary<string, string?> All(WishedSettings? wished)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Module, Name, Value FROM house_settings WHERE Module <> ''";
        using var row = command.ExecuteReader();
        var all = new Dictionary<string, string?>();
        while (row.Read())
        {
            if (row.GetString(0) != wished?.Module) { all[$"{row.GetString(0)}:{row.GetString(1)}"] = row.GetString(2); }
        }
        foreach (var (name, value) in wished?.Values ?? new Dictionary<string, string>()) { all[$"{wished!.Module}:{name}"] = value; }
        return all;
    }

    public static void Keep(WishedSettings wished, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM house_settings WHERE Module = $module";
        command.Parameters.AddWithValue("$module", wished.Module);
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO house_settings (Module, Name, Value) VALUES ($module, $name, $value)";
        foreach (var (name, value) in wished.Values)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$module", wished.Module);
            command.Parameters.AddWithValue("$name", name);
            command.Parameters.AddWithValue("$value", value);
            command.ExecuteNonQuery();
        }
    }

    public string? OfHouse(string name)
    {
        using var connection = store.Open();
        using var command = Command(connection, "SELECT Value FROM house_settings WHERE Module = $module AND Name = $name", name);
        return (string?)command.ExecuteScalar();
    }

    public void SetOfHouse(string name, string value)
    {
        using var connection = store.Open();
        using var command = Command(connection, "INSERT OR REPLACE INTO house_settings (Module, Name, Value) VALUES ($module, $name, $value)", name);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }

    /// <summary>The latest moment at which somebody did something here. Not that of the last row: processes beside the host
    /// have clocks of their own in a demonstration.</summary>
    public DateTime? NewestAudit()
    {
        using var connection = store.Open();
        using var command = Command(connection, "SELECT max(At) FROM house_audit HAVING count(*) > 0", "");
        using var row = command.ExecuteReader();
        return row.Read() ? DateTime.SpecifyKind(row.GetDateTime(0), DateTimeKind.Utc) : null;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, string name)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$module", House);
        command.Parameters.AddWithValue("$name", name);
        return command;
    }
}

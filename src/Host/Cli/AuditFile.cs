using Microsoft.Data.Sqlite;

namespace Loim.Host.Cli;

/// <summary>A database that is looked at and not touched: one in use by its log, any other as the file it is.</summary>
internal static class AuditFile
{
    public static SqliteConnection Open(string file)
    {
        if (!File.Exists(file)) { throw new Loim.Modules.Refusal($"There is no file {file}."); }
        var source = File.Exists(file + "-wal") ? file : new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1";
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Measures;

/// <summary>How many times a second this disk makes a commit of one row durable: nothing that commits one by one is quicker.</summary>
internal static class DurableCommits
{
    public static double PerSecond(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "commits.db")}");
        connection.Open();
        using var command = new SqliteCommand("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE rows (value INTEGER)", connection);
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO rows VALUES (1)";
        var (clock, commits) = (Stopwatch.StartNew(), 0);
        for (; clock.Elapsed < TimeSpan.FromSeconds(2); commits++) { command.ExecuteNonQuery(); }
        return commits / clock.Elapsed.TotalSeconds;
    }
}

using System.Diagnostics;
using Loim.Bench.Product;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Measures;

/// <summary>Somebody with long years of help asks for all that is held on them.</summary>
internal static class OwnDataExport
{
    public const string Officer = "officer@example.ee";
    public const int Records = 500;

    /// <returns>The person to whom so many enquiries were given, notes and all.</returns>
    public static string Gather(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Default Timeout=120");
        connection.Open();
        using var command = new SqliteCommand($"""
            UPDATE cases_enquiries SET PersonId = (SELECT Id FROM people_people ORDER BY Id LIMIT 1) WHERE Id IN (SELECT Id FROM cases_enquiries ORDER BY Id LIMIT {Records});
            SELECT lower(Id) FROM people_people ORDER BY Id LIMIT 1
            """, connection);
        return (string)command.ExecuteScalar()!;
    }

    public static IEnumerable<(string What, string Path)> Forms(string person)
    {
        yield return ("for machines", $"/data-protection/people/{person}/own-data.json");
        yield return ("to be read", $"/data-protection/people/{person}/own-data");
    }

    /// <returns>Seconds of the slowest of five answers, the first included.</returns>
    public static async Task<double> Slowest(Visitor officer, string path, CancellationToken ct)
    {
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            if ((await officer.Read(path, ct)).Length < Records * 50) { throw new InvalidOperationException($"{path} is not whole."); }
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }
        return slowest.TotalSeconds;
    }
}

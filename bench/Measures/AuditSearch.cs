using System.Diagnostics;
using System.Globalization;
using Loim.Bench.Product;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Measures;

/// <summary>A year of a busy municipality in the audit: thirty accounts, twenty thousand persons; and the questions that must be answered at once.</summary>
internal static class AuditSearch
{
    public const string Auditor = "auditor@example.ee";
    public const int Rows = 1_000_000;

    /// <summary>After what is there already, since rows stand in the order of time.</summary>
    public static void Fill(string database) => Do(database, $"""
        INSERT INTO house_audit (Number, At, Account, Who, Role, Action, Page, Purpose, Person, What, Hash)
        WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < {Rows}), last(number, at) AS (SELECT max(Number), max(At) FROM house_audit)
        SELECT number + n, strftime('%Y-%m-%d %H:%M:%f', at, (n * 31.5) || ' seconds'), printf('00000000-0000-7000-9000-%012X', n * 7 % 30), 'Ametnik ' || (n * 7 % 30),
            'case-manager', CASE WHEN n % 9973 = 0 THEN 'sign-in-failed' WHEN n % 10 = 0 THEN 'change' ELSE 'read' END, 'GET /people/' || lower(hex(randomblob(16))),
            CASE WHEN n % 3 = 0 THEN 'people.read' ELSE 'cases.casework' END, printf('00000000-0000-7000-8000-%012X', n * 31 % 20000), '', lower(hex(randomblob(32)))
        FROM i, last
        """);

    public static IEnumerable<(string Question, string Path)> Questions(string database)
    {
        var last = DateTime.Parse((string)Do(database, "SELECT max(At) FROM house_audit")!, CultureInfo.InvariantCulture);
        string Day(int before) => last.AddDays(-before).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        const string person = "00000000-0000-7000-8000-000000000d05", account = "00000000-0000-7000-9000-000000000011";
        yield return ("who saw this person", $"/administration/audit?person={person}");
        yield return ("what an account touched in 72 hours", $"/administration/audit?who={account}&from={Day(182)}&until={Day(180)}");
        yield return ("the same as a file", $"/administration/audit.csv?who={account}&from={Day(182)}&until={Day(180)}");
        yield return ("failed sign-ins of a month", $"/administration/audit?kind=sign-in-failed&from={Day(212)}&until={Day(182)}");
        yield return ("a module's changes by a named person in a year", $"/administration/audit?who=Ametnik 3&kind=change&module=people&from={Day(360)}");
    }

    public static double RowsOf(string database) => (long)Do(database, "SELECT max(Number) FROM house_audit")!;

    /// <returns>Seconds of the slowest of five answers, the first included.</returns>
    public static async Task<double> Slowest(Visitor auditor, string path, CancellationToken ct)
    {
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            var answer = await auditor.Read(path, ct);
            if (!answer.Contains("0000-7000-9000-", StringComparison.Ordinal) && !answer.Contains("sign-in", StringComparison.Ordinal)) { throw new InvalidOperationException($"{path} found nothing."); }
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }
        return slowest.TotalSeconds;
    }

    private static object? Do(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Default Timeout=120");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
    }
}

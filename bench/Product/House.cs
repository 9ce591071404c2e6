using System.Diagnostics;
using Loim.Bench.Load;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Product;

/// <summary>The product as it is installed, on a data folder of its own, driven by its command line.</summary>
internal sealed class House(string program, string data)
{
    /// <summary>All modules of all plugins are on.</summary>
    private static string Everything => Path.Combine(AppContext.BaseDirectory, "everything");

    public string Database => Path.Combine(data, "loim.db");

    /// <summary>With so many invented people, their enquiries, and one account.</summary>
    /// <param name="deployment">Name or folder; without it, all modules of all plugins are on.</param>
    public static async Task<House> Furnish(string program, string data, int people, CancellationToken ct, string? deployment = null)
    {
        var house = new House(program, data);
        await house.Command(["seed", "--people", $"{people}", "--year", "2025", "--random-seed", "1", "--deployment", deployment ?? Everything], "", ct);
        await house.Admit(Worker.Name, Worker.Role, Worker.Password, ct);
        house.Announce();
        return house;
    }

    /// <summary>Invented events lie in the seed's year; three of them are still to come, for whoever looks at the public pages.</summary>
    private void Announce()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Default Timeout=120");
        connection.Open();
        using var command = new SqliteCommand("""
            UPDATE events_events SET Day = date('now', '+7 days') WHERE Id IN (SELECT Id FROM events_events WHERE State = 0 ORDER BY Capacity IS NULL, Day, Id LIMIT 3)
            """, connection);
        if (command.ExecuteNonQuery() != 3) { throw new InvalidOperationException("No three events are left to be announced."); }
    }

    public Task Admit(string name, string role, string password, CancellationToken ct) =>
        Command(["user", "add", name, "--role", role, "--password-stdin"], password, ct);

    /// <returns>Seconds that the verifier took; it ends with an error where the audit does not hold.</returns>
    public async Task<double> VerifyAudit(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await Command(["verify-audit"], "", ct);
        return clock.Elapsed.TotalSeconds;
    }

    public ServerProcess Serve() => new(program, port => ["serve", "--port", $"{port}", "--data", data]);

    private async Task Command(IEnumerable<string> words, string input, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, [.. words, "--data", data]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteLineAsync(input);
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0) { throw new InvalidOperationException($"{string.Join(' ', words)}: {await error}{await output}"); }
        }
        finally
        {
            if (!process.HasExited) { process.Kill(); }
        }
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Product;

/// <summary>Asks the running house for a module to be on or off, as its command line does, and waits for the outcome.</summary>
internal sealed class Wishes : IDisposable
{
    private readonly SqliteConnection connection;

    public Wishes(string database)
    {
        connection = new SqliteConnection($"Data Source={database};Default Timeout=10");
        connection.Open();
    }

    /// <returns>Milliseconds from the wish to its outcome.</returns>
    public async Task<double> Carry(string module, bool on, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var wish = Scalar("INSERT INTO house_wishes (Module, \"On\", \"By\", At) VALUES ($1, $2, 'bench', strftime('%Y-%m-%d %H:%M:%f', 'now')) RETURNING Number", module, on);
        object? done;
        while ((done = Scalar("SELECT Done FROM house_wishes WHERE Number = $1", wish)) is null or DBNull) { await Task.Delay(2, ct); }
        return done is 1L ? clock.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{module}: {Scalar("SELECT Reason FROM house_wishes WHERE Number = $1", wish)}");
    }

    private object? Scalar(string sql, params object?[] values)
    {
        using var command = new SqliteCommand(sql, connection);
        foreach (var (i, value) in values.Index()) { command.Parameters.AddWithValue($"${i + 1}", value); }
        return command.ExecuteScalar();
    }

    public void Dispose() => connection.Dispose();
}

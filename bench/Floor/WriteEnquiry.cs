using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Floor;

/// <summary>One enquiry from a posted form: one transaction, durable when it is answered.</summary>
internal static class WriteEnquiry
{
    private static readonly SemaphoreSlim Writer = new(1, 1);

    public static async Task Handle(HttpContext context, string file)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await Writer.WaitAsync(context.RequestAborted);
        try { Insert(file, form); }
        finally { Writer.Release(); }
        context.Response.Redirect("/enquiries");
    }

    private static void Insert(string file, IFormCollection form)
    {
        using var connection = new SqliteConnection(FloorData.ConnectionString(file));
        connection.Open();
        Run(connection, null, "PRAGMA synchronous=FULL");
        using var transaction = connection.BeginTransaction(deferred: false);
        var id = Guid.NewGuid().ToString();
        Run(connection, transaction, "INSERT INTO enquiries VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            id, form["Day"], JsonSerializer.Serialize(form["Services"].ToArray()), JsonSerializer.Serialize(form["Topics"].ToArray()), form["Person"],
            form["Channel"], form["Language"], form["Minutes"], form["Outcome"], form["Line"], "worker");
        transaction.Commit();
    }

    private static void Run(SqliteConnection connection, SqliteTransaction? transaction, string sql, params IEnumerable<string?> values)
    {
        using var command = new SqliteCommand(sql, connection, transaction);
        foreach (var (i, value) in values.Index()) { command.Parameters.AddWithValue($"${i}", (object?)value ?? DBNull.Value); }
        command.ExecuteNonQuery();
    }
}

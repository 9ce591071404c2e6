using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Floor;

/// <summary>The product's public pages: what they show is asked of the database by hand, and the product's own bytes are sent.</summary>
internal sealed class PublicPages(string file, string folder)
{
    private static readonly string[] OfStart =
    [
        "SELECT id, title, about, day, start, until, venue, capacity FROM events WHERE state = 0 AND day >= $today ORDER BY day, start LIMIT 3",
        """
        SELECT event, sum(seats) FROM registrations WHERE event IN
            (SELECT id FROM events WHERE state = 0 AND day >= $today ORDER BY day, start LIMIT 3) GROUP BY event
        """,
        "SELECT slug, title, summary FROM pages ORDER BY position",
    ];

    private static readonly string[] OfEvent =
    [
        "SELECT title, about, day, start, until, venue, state, capacity FROM events WHERE id = $id",
        "SELECT state, seats FROM registrations WHERE event = $id",
    ];

    private readonly byte[] start = Shell.Whole(folder, PublicPage.Start), one = Shell.Whole(folder, PublicPage.Event);

    public Task Start(HttpContext context) => Answer(context, OfStart, start);

    public Task Event(HttpContext context) => Answer(context, OfEvent, one);

    private async Task Answer(HttpContext context, string[] questions, byte[] page)
    {
        using (var connection = new SqliteConnection(FloorData.ConnectionString(file)))
        {
            connection.Open();
            foreach (var question in questions) { Read(connection, question, context.Request.Query["id"].ToString()); }
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    private static void Read(SqliteConnection connection, string question, string id)
    {
        using var command = new SqliteCommand(question, connection);
        command.Parameters.AddWithValue("$today", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null));
        command.Parameters.AddWithValue("$id", id);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            for (var i = 0; i < row.FieldCount; i++) { _ = row.GetValue(i); }
        }
    }
}

internal static class PublicPage
{
    public const string Start = "start", Event = "event";
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Floor;

/// <summary>The product's two lists, byte for byte but for their head: fifty rows, filtered and ordered by an indexed column,
/// and how many there are in all, up to a thousand.</summary>
internal sealed class ListPages(string file, Words words)
{
    private const string PeopleSql = "SELECT id, name, own, grp, language, arrived FROM people WHERE grp = $which ORDER BY fold, id LIMIT 50";
    private const string PeopleCount = "SELECT count(*) FROM (SELECT 1 FROM people WHERE grp = $which LIMIT 1001)";

    private const string EnquiriesSql = """
        SELECT e.id, e.day, e.services, p.name, e.channel, e.language, e.minutes, e.outcome
        FROM enquiries e LEFT JOIN people p ON p.id = e.person WHERE e.channel = $which ORDER BY e.day DESC, e.id DESC LIMIT 50
        """;
    private const string EnquiriesCount = "SELECT count(*) FROM (SELECT 1 FROM enquiries WHERE channel = $which LIMIT 1001)";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public Task People(HttpContext context, Shell shell) => Answer(context, shell, PeopleCount, PeopleSql, WritePerson);

    public Task Enquiries(HttpContext context, Shell shell) => Answer(context, shell, EnquiriesCount, EnquiriesSql, WriteEnquiry);

    private async Task Answer(HttpContext context, Shell shell, string count, string sql, Action<StringBuilder, SqliteDataReader> write)
    {
        var page = new StringBuilder(shell.Head, shell.Head.Length + shell.Tail.Length + 32_768);
        using (var connection = new SqliteConnection(FloorData.ConnectionString(file)))
        {
            connection.Open();
            using var command = new SqliteCommand(count, connection);
            command.Parameters.AddWithValue("$which", context.Request.Query["which"].ToString());
            if (command.ExecuteScalar() is not > 1000L) { page.Append("<!-- all of them -->"); }
            command.CommandText = sql;
            using var row = command.ExecuteReader();
            while (row.Read()) { write(page, row); }
        }
        var bytes = Encoding.UTF8.GetBytes(page.Append(shell.Tail).ToString());
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private void WritePerson(StringBuilder page, SqliteDataReader row) => page.Append(CultureInfo.InvariantCulture, $"""
        <tr class="row-link"><th scope="row"><a href="/people/{row.GetString(0)}">{Text(row, 1)}</a></th>
                    <td>{Text(row, 2)}</td>
                    <td>{words["group", row.GetString(3)]}</td>
                    <td>{words["language", row.GetString(4)]}</td>
                    <td class="nowrap">{Day(row, 5)}</td></tr>
        """);

    private void WriteEnquiry(StringBuilder page, SqliteDataReader row) => page.Append(CultureInfo.InvariantCulture, $"""
        <tr class="row-link"><th scope="row" class="nowrap"><a href="/cases/enquiries/{row.GetString(0)}">{Day(row, 1)}</a></th>
                    <td>{string.Join(", ", JsonSerializer.Deserialize<string[]>(row.GetString(2))!.Select(s => words["service", s]))}</td>
                    <td>{(row.IsDBNull(3) ? "<span class=\"muted\">anonüümne</span>" : Text(row, 3))}</td>
                    <td>{words["channel", row.GetString(4)]}</td>
                    <td>{(row.IsDBNull(5) ? "–" : words["language", row.GetString(5)])}</td>
                    <td class="number">{(row.IsDBNull(6) ? "–" : row.GetInt64(6).ToString(CultureInfo.InvariantCulture))}</td>
                    <td>{words["outcome", row.GetString(7)]}</td></tr>
        """);

    private static string Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? "–" : Html.Encode(row.GetString(column));

    private static string Day(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? "–" : row.GetFieldValue<DateOnly>(column).ToString("dd'.'MM'.'yyyy", CultureInfo.InvariantCulture);
}

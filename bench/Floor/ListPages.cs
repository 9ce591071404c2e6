using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Loim.Bench.Floor;

/// <summary>Fifty rows, filtered and ordered by an indexed column, written out as the product's table.</summary>
internal static class ListPages
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private const string PeopleSql = "SELECT id, given, family, own, born, grp, language FROM people WHERE grp = $which ORDER BY fold LIMIT 50";

    private const string EnquiriesSql = """
        SELECT e.id, e.at, p.given || ' ' || p.family, e.channel, e.topics, e.minutes, e.line,
            (SELECT group_concat(s.service, ', ') FROM services s WHERE s.enquiry = e.id)
        FROM enquiries e JOIN people p ON p.id = e.person WHERE e.channel = $which ORDER BY e.at DESC LIMIT 50
        """;

    public static Task People(HttpContext context, string file, Shell shell) => Answer(context, file, PeopleSql, "/people/", shell);

    public static Task Enquiries(HttpContext context, string file, Shell shell) => Answer(context, file, EnquiriesSql, "/cases/enquiries/", shell);

    private static async Task Answer(HttpContext context, string file, string sql, string link, Shell shell)
    {
        var page = new StringBuilder(shell.Head, shell.Head.Length + shell.Tail.Length + 32_768);
        using (var connection = new SqliteConnection(FloorData.ConnectionString(file)))
        {
            connection.Open();
            using var command = new SqliteCommand(sql, connection);
            command.Parameters.AddWithValue("$which", context.Request.Query["which"].ToString());
            using var row = command.ExecuteReader();
            while (row.Read()) { WriteRow(page, row, link); }
        }
        var bytes = Encoding.UTF8.GetBytes(page.Append(shell.Tail).ToString());
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void WriteRow(StringBuilder page, SqliteDataReader row, string link)
    {
        page.Append("<tr><th scope=\"row\"><a href=\"").Append(link).Append(row.GetString(0)).Append("\">").Append(Text(row, 1)).Append("</a></th>");
        for (var i = 2; i < row.FieldCount; i++) { page.Append("<td>").Append(Text(row, i)).Append("</td>"); }
        page.Append("</tr>\n");
    }

    private static string Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? "" : Html.Encode(row.GetString(column));
}

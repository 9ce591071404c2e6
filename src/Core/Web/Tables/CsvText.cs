using System.Text;

namespace Loim.Web;

/// <summary>Rows as CSV that the spreadsheets of our offices open by a double click: semicolons, UTF-8 with its mark. Text stays
/// text, whatever it begins with.</summary>
internal static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) { text.AppendJoin(';', row.Select(Cell)).Append("\r\n"); }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <remarks>A quoted cell is still computed, so the apostrophe stands within.</remarks>
    private static string Cell(string? value) => value is null or "" ? ""
        : $"\"{(Formula.MayBe(value) ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

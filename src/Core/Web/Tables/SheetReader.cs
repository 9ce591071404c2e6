using System.Text;
using CsvHelper;
using Loim.Web.Forms;

namespace Loim.Web.Tables;

/// <summary>Reads what offices have: XLSX, and CSV as any Excel saves it (semicolons, commas or tabs; UTF-8 with or without
/// a mark, UTF-16, or the Baltic code page 1257). What it is, is seen from the bytes, not from the name.</summary>
internal static class SheetReader
{
    private static ReadOnlySpan<byte> Zip => "PK\x3\x4"u8;
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Throws <see cref="SheetException"/> when it is no table.</summary>
    public static SheetTable Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Zip)) { return SheetTable.Of(Workbook.Lines(bytes)); }
        if (bytes.AsSpan().StartsWith(Compound)) { throw new SheetException(SheetProblem.OldOrLocked); }
        var text = Text(bytes);
        if (text.Contains('\0', StringComparison.Ordinal)) { throw new SheetException(SheetProblem.Damaged); }
        try { return SheetTable.Of(Lines(text)); }
        catch (CsvFormatException e) { throw new SheetException(SheetProblem.Damaged, e); }
    }

    private static string Text(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble)) { return Encoding.Unicode.GetString(bytes.AsSpan(2)); }
        if (bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble)) { return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)); }
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF'); }
        catch (DecoderFallbackException) { return CodePagesEncodingProvider.Instance.GetEncoding(1257)!.GetString(bytes); }
    }

    /// <summary>The separator is told from the first lines, or from Excel's own line <c>sep=;</c>.</summary>
    private static IEnumerable<SheetRow> Lines(string text)
    {
        using var csv = CsvReader.Create(new StringReader(text), new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        while (csv.Read())
        {
            yield return new((int)csv.LineNumber, [.. Enumerable.Range(0, Math.Min(csv.FieldCount, SheetTable.MostColumns)).Select(csv.GetString).Select(Typed.Clean)]);
        }
    }
}

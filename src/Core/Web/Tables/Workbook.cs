using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Loim.Web.Forms;

namespace Loim.Web.Tables;

/// <summary>The first sheet of an XLSX workbook as text; days come as <c>31.12.2025</c>, whatever way they are shown.</summary>
internal static class Workbook
{
    /// <summary>A few megabytes of it may hold gigabytes; two thousand rows need far less than this.</summary>
    private const long MostBytes = 20 * 1024 * 1024;
    private const int MostParts = 500;

    public static List<SheetRow> Lines(byte[] bytes)
    {
        try
        {
            Weigh(bytes);
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            var book = document.WorkbookPart!;
            var first = book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(s => s.State is null || s.State == SheetStateValues.Visible);
            var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToList() ?? [];
            var days = DayStyles(book);
            return [.. ((WorksheetPart)book.GetPartById(first.Id!)).Worksheet.Descendants<Row>().Take(SheetTable.MostRows + 2)
                .Select((row, i) => new SheetRow((int)(row.RowIndex?.Value ?? (uint)i + 1), Cells(row, shared, days)))];
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or FormatException
            or InvalidOperationException or NullReferenceException or ArgumentException or KeyNotFoundException or IOException or OverflowException)
        {
            throw new SheetException(SheetProblem.Damaged, e);
        }
    }

    /// <summary>What is packed is counted as it comes out: what the file says of its own sizes may be wrong.</summary>
    private static void Weigh(byte[] bytes)
    {
        using var parts = new ZipArchive(new MemoryStream(bytes));
        if (parts.Entries.Count > MostParts) { throw new SheetException(SheetProblem.TooLong); }
        var (left, buffer) = (MostBytes, new byte[64 * 1024]);
        foreach (var part in parts.Entries)
        {
            using var content = part.Open();
            while (content.Read(buffer) is > 0 and var read)
            {
                if ((left -= read) < 0) { throw new SheetException(SheetProblem.TooLong); }
            }
        }
    }

    private static List<string> Cells(Row row, List<string> shared, HashSet<uint> days)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } place ? ColumnOf(place) : cells.Count;
            if (column >= SheetTable.MostColumns) { break; }
            while (cells.Count < column) { cells.Add(""); }
            cells.Add(Typed.Clean(TextOf(cell, shared, days)));
        }
        return cells;
    }

    private static string TextOf(Cell cell, List<string> shared, HashSet<uint> days)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType is { } type)
        {
            return type.Value == CellValues.SharedString ? shared[int.Parse(value, CultureInfo.InvariantCulture)]
                : type.Value == CellValues.InlineString ? cell.InnerText : value;
        }
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) { return value; }
        return cell.StyleIndex?.Value is { } style && days.Contains(style) && number is >= 1 and < 2958466
            ? DateTime.FromOADate(number).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : value;
    }

    /// <summary>Cell styles whose number format is a day: the built-in ones, and own ones that name a year or a day.</summary>
    private static HashSet<uint> DayStyles(WorkbookPart book)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.FormatCode?.Value is { } code && code.Split('"').Where((_, i) => i % 2 == 0).Any(part => part.IndexOfAny(['y', 'd', 'Y', 'D']) >= 0))
            .Select(f => f.NumberFormatId!.Value).ToHashSet() ?? [];
        var formats = sheet?.CellFormats?.Elements<CellFormat>().Select(f => f.NumberFormatId?.Value ?? 0).ToList() ?? [];
        return [.. formats.Select((format, i) => (format, i)).Where(f => f.format is >= 14 and <= 17 or 22 || own.Contains(f.format)).Select(f => (uint)f.i)];
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper)) { column = column * 26 + (letter - 'A' + 1); }
        return column - 1;
    }
}

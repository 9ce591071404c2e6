using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Loim.Web;

/// <param name="Name">Of the tab, at most 31 characters.</param>
/// <param name="Head">Names of the columns; their widths follow <paramref name="Widths"/>, in characters.</param>
/// <param name="Rows">Cells by their type: text, whole number, <c>decimal</c> (euros), <c>double</c> (share), <c>DateOnly</c>; null is empty.</param>
internal sealed record Sheet(string Name, IReadOnlyList<string> Head, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Sheets as an XLSX file. Numbers and days are numbers and days; text stays text, whatever it begins with.</summary>
internal static class Spreadsheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var tabs = new Sheets();
            book.Workbook = new Workbook(tabs);
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Looks.Sheet();
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Of(sheet);
                tabs.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)tabs.ChildElements.Count + 1, Name = sheet.Name });
            }
        }
        return stream.ToArray();
    }

    private static Worksheet Of(Sheet sheet)
    {
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        var columns = sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true });
        var rows = sheet.Rows.Select(row => new Row(row.Select(CellOf))).Prepend(new Row(sheet.Head.Select(title => TextCell(title, Looks.Head))));
        return new Worksheet(new SheetViews(view), new Columns(columns), new SheetData(rows));
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell(),
        // The file says "text" of every text; the quote keeps it so when somebody edits the cell.
        string text => TextCell(text, Formula.MayBe(text) ? Looks.QuotedText : Looks.Text),
        int or long => NumberCell(Convert.ToDecimal(value, CultureInfo.InvariantCulture), Looks.Number),
        decimal euros => NumberCell(euros, Looks.Euros),
        double share => NumberCell((decimal)share, Looks.Share),
        DateOnly day => NumberCell(day.DayNumber - DayZero.DayNumber, Looks.Day),
        _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
    };

    private static Cell TextCell(string text, uint look)
    {
        var kept = string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        return new(new InlineString(new Text(kept) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = look };
    }

    private static Cell NumberCell(decimal number, uint look) => new(new CellValue(number)) { DataType = CellValues.Number, StyleIndex = look };
}

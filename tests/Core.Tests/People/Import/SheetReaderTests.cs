using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Loim.Web.Tables;

namespace Loim.Core.Tests.People.Import;

public sealed class SheetReaderTests
{
    private const string Csv = "Eesnimi;Perekonnanimi;Sünniaeg\r\nÕnneli;Šokolaad;3.2.1988\r\n";

    public static TheoryData<string, byte[]> Saved => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Csv) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv)] },
        { "code page 1257", CodePagesEncodingProvider.Instance.GetEncoding(1257)!.GetBytes(Csv) },
        { "commas", Encoding.UTF8.GetBytes(Csv.Replace(';', ',')) },
        { "tabs", Encoding.UTF8.GetBytes(Csv.Replace(';', '\t')) },
        { "Excel's own line of the separator", Encoding.UTF8.GetBytes("sep=;\r\n" + Csv) },
        { "a workbook", Saving("Eesnimi", "Perekonnanimi", "Sünniaeg", "Õnneli", "Šokolaad") },
    };

    [Theory]
    [MemberData(nameof(Saved))]
    public void The_same_table_is_read_however_it_was_saved(string how, byte[] bytes)
    {
        var sheet = SheetReader.Read(bytes);
        sheet.Head.ShouldBe(["Eesnimi", "Perekonnanimi", "Sünniaeg"], how);
        var row = sheet.Rows.Single();
        (row[0], row[1]).ShouldBe(("Õnneli", "Šokolaad"), how);
        row[2].ShouldBeOneOf("3.2.1988", "03.02.1988");
    }

    [Fact]
    public void Lines_are_counted_as_the_spreadsheet_counts_them()
    {
        var sheet = SheetReader.Read("Nimi;Märkus\n\nEsimene;\"kaks\nrida\"\n;\nTeine;\"ütles \"\"jah\"\"\"\n"u8.ToArray());
        sheet.Rows.Select(r => (r.Line, r[0])).ShouldBe([(3, "Esimene"), (6, "Teine")]);
        sheet.Rows[1][1].ShouldBe("ütles \"jah\"");
        sheet.Rows[1][7].ShouldBe("", "a cell that is not there is empty");
    }

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "Empty", [] },
        { "Empty", "Eesnimi;Perekonnanimi\r\n;;\r\n"u8.ToArray() },
        { "OldOrLocked", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1] },
        { "Damaged", [.. "PK\x3\x4"u8, 1, 2, 3, 4, 5, 6, 7] },
        { "Damaged", Saving("a", "b", "c", "d", "e")[..400] },
        { "Damaged", [1, 0, 2, 0, 3, 0, 0xFF, 0] },
        { "TooLong", Encoding.UTF8.GetBytes("Nimi\n" + string.Concat(Enumerable.Repeat("Keegi\n", SheetTable.MostRows + 1))) },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_table_is_refused_with_its_reason(string problem, byte[] bytes) =>
        Should.Throw<SheetException>(() => SheetReader.Read(bytes)).Problem.ToString().ShouldBe(problem);

    /// <summary>Three heads and two texts; the third cell of the row is 3 February 1988 as Excel keeps a day.</summary>
    private static byte[] Saving(params string[] texts)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new Sheet { Name = "Inimesed", SheetId = 1, Id = "s1" }));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }));
            var cells = texts.Select(t => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(t)) }).ToList();
            var day = new Cell { CellReference = "C2", StyleIndex = 1, CellValue = new CellValue("32176") };
            var part = book.AddNewPart<WorksheetPart>("s1");
            part.Worksheet = new Worksheet(new SheetData(new Row(cells[..3]) { RowIndex = 1 }, new Row([.. cells[3..], day]) { RowIndex = 2 }));
        }
        return stream.ToArray();
    }
}

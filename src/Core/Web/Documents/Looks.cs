using DocumentFormat.OpenXml.Spreadsheet;

namespace Loim.Web;

/// <summary>How the cells of a spreadsheet look: places in its list of formats.</summary>
internal static class Looks
{
    public const uint Head = 1, Text = 2, QuotedText = 3, Number = 4, Euros = 5, Share = 6, Day = 7;
    private const uint DayFormat = 164;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd\\.mm\\.yyyy" }),
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            Plain(0),
            new CellFormat(Wrapped()) { FontId = 1, ApplyFont = true, ApplyAlignment = true },
            new CellFormat(Wrapped()) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(Wrapped()) { NumberFormatId = 49, QuotePrefix = true, ApplyNumberFormat = true, ApplyAlignment = true },
            Plain(3), Plain(4), Plain(10), Plain(DayFormat)));

    private static CellFormat Plain(uint format) => new(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = format, ApplyNumberFormat = true, ApplyAlignment = true };

    private static Alignment Wrapped() => new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top };
}

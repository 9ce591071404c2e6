namespace Loim.Web.Tables;

/// <summary>A table out of a spreadsheet: the first row that holds anything is its head, empty rows are left out.</summary>
internal sealed record SheetTable(IReadOnlyList<string> Head, IReadOnlyList<SheetRow> Rows)
{
    public const int MostRows = 2000;

    /// <summary>What stands further right is not read.</summary>
    public const int MostColumns = 200;

    public static SheetTable Of(IEnumerable<SheetRow> lines)
    {
        var filled = lines.Where(l => l.Cells.Any(c => c.Length > 0)).Take(MostRows + 2).ToList();
        if (filled.Count < 2) { throw new SheetException(SheetProblem.Empty); }
        if (filled.Count > MostRows + 1) { throw new SheetException(SheetProblem.TooLong); }
        return new(filled[0].Cells, [.. filled.Skip(1)]);
    }
}

/// <param name="Line">As the spreadsheet counts: the head is usually line 1.</param>
internal sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>Why a file is no table that can be read; the text key is <c>sheet.{problem}</c>.</summary>
internal enum SheetProblem
{
    Empty,
    TooLong,

    /// <summary>The format of Excel before 2007, or a file with a password.</summary>
    OldOrLocked,
    Damaged,
}

internal sealed class SheetException(SheetProblem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    public SheetProblem Problem => problem;
}

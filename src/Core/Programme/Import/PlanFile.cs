using System.Globalization;
using System.Text;
using CsvHelper;

namespace Loim.Programme.Import;

/// <summary>A line of the file, read and not judged.</summary>
/// <param name="FileLine">From 1; the head is line 1.</param>
internal sealed record PrintedLine(
    int FileLine, string Code, string ParentCode, string Owner, string OwnerKind, string TitleEt, string TitleEn,
    DateOnly? OverallStart, DateOnly? OverallEnd, DateOnly? PlanStart, DateOnly? PlanEnd,
    long BudgetCents, string Responsible, bool IsGroup, string SourceTable, string Note)
{
    /// <summary>Position in the file of the group it stands under; null at the top of its owner's plan.</summary>
    public int? Parent { get; set; }
}

/// <summary>The file cannot be a plan: where and why. Nothing of it is imported.</summary>
/// <param name="reason">Text key below <c>import.wrong.</c></param>
internal sealed class PlanFileException(int line, string column, string reason, string found = "") : Exception($"{line}, {column}: {reason}")
{
    public int Line => line;
    public string Column => column;
    public string Reason => reason;
    public string Found => found;
}

/// <summary>The activity plan as a CSV file: UTF-8, commas, the columns of <see cref="Columns"/> in any order.</summary>
internal static class PlanFile
{
    public static IReadOnlyList<string> Columns { get; } =
        ["code", "parent_code", "owner", "owner_kind", "title_et", "title_en", "overall_start", "overall_end", "plan_start", "plan_end",
            "budget_eur", "responsible", "is_group", "source_table", "note"];

    public static IReadOnlyList<PrintedLine> Read(Stream file)
    {
        string[] head = [];
        using var csv = CsvReader.Create(new StreamReader(file, Encoding.UTF8), new CsvReaderOptions
        {
            Separator = ',', HasHeader = false, TrackLineNumbers = true, TrimWhitespace = true, AllowLineBreaksInQuotes = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = wrong => throw new PlanFileException((int)wrong.LineNumber, ColumnOf(wrong.RawRecord, head), "quotes"),
        });
        if (!csv.Read()) { throw new PlanFileException(1, Columns[0], "empty"); }
        head = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        foreach (var column in Columns.Except(head)) { throw new PlanFileException(1, column, "no-column"); }
        var lines = new List<PrintedLine>();
        while (csv.Read()) { lines.Add(Line(new Cells(csv, head))); }
        if (lines.Count == 0) { throw new PlanFileException(2, Columns[0], "no-lines"); }
        PlaceUnderGroups(lines);
        return lines;
    }

    /// <summary>The column in which the last quote was opened.</summary>
    private static string ColumnOf(string record, string[] head)
    {
        var (cell, opened, inQuotes) = (0, 0, false);
        foreach (var c in record)
        {
            if (c == '"') { (inQuotes, opened) = (!inQuotes, inQuotes ? opened : cell); }
            else if (c == ',' && !inQuotes) { cell++; }
        }
        return head.ElementAtOrDefault(opened) ?? Columns[0];
    }

    private static PrintedLine Line(Cells cells)
    {
        cells.CheckCount();
        return new(cells.FileLine, cells.Text("code"), cells.Text("parent_code"), cells.Needed("owner"), cells.Text("owner_kind"),
            cells.Needed("title_et"), cells.Text("title_en"), cells.Day("overall_start"), cells.Day("overall_end"), cells.Day("plan_start"), cells.Day("plan_end"),
            cells.Cents("budget_eur"), cells.Text("responsible"), cells.Truth("is_group"), cells.Text("source_table"), cells.Text("note"));
    }

    /// <summary>Codes repeat, so a parent is the owner's nearest group of that code above. What stands above the owner's own
    /// lines (the chapter of the order) is no line of the file; its code is that of the owner's first line.</summary>
    private static void PlaceUnderGroups(List<PrintedLine> lines)
    {
        var chapters = lines.GroupBy(l => l.Owner).ToDictionary(g => g.Key, g => g.First().ParentCode);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.ParentCode == chapters[line.Owner]) { continue; }
            var parent = lines.FindLastIndex(i, i + 1, l => l != line && l.IsGroup && l.Owner == line.Owner && l.Code == line.ParentCode);
            if (parent < 0) { throw new PlanFileException(line.FileLine, "parent_code", "no-parent", line.ParentCode); }
            line.Parent = parent;
        }
    }

    /// <summary>The cells of the row at hand; the first that cannot be read ends the import.</summary>
    private readonly struct Cells(CsvReader csv, string[] head)
    {
        public int FileLine => (int)csv.LineNumber;

        public void CheckCount()
        {
            if (csv.FieldCount > head.Length) { throw Wrong(head[^1], "too-many", csv.GetString(head.Length)); }
            if (csv.FieldCount < head.Length) { throw Wrong(head[csv.FieldCount], "too-few"); }
        }

        public string Text(string column)
        {
            var text = csv.GetString(Array.IndexOf(head, column));
            return text.Contains('\uFFFD') || text.Contains('\0') ? throw Wrong(column, "encoding") : text;
        }

        public string Needed(string column) => Text(column) is { Length: > 0 } text ? text : throw Wrong(column, "needed");

        public DateOnly? Day(string column)
        {
            var text = Text(column);
            if (text.Length == 0) { return null; }
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong(column, "day", text);
        }

        public long Cents(string column)
        {
            var text = Text(column);
            var good = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros)
                && euros < 1_000_000_000m && decimal.Round(euros, 2) == euros;
            return good ? (long)(euros * 100) : throw Wrong(column, "amount", text);
        }

        public bool Truth(string column) => Text(column) switch
        {
            "true" => true,
            "false" => false,
            var other => throw Wrong(column, "truth", other),
        };

        private PlanFileException Wrong(string column, string reason, string found = "") => new(FileLine, column, reason, found);
    }
}

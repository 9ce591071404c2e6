using Loim.Data;
using Loim.Web.Forms;

namespace Loim.Web.Tables.Importing;

/// <summary>Which column of the spreadsheet holds what; guessed from the head in any of the four languages.</summary>
internal abstract class SheetColumns : FormModel
{
    private static readonly string[] Tongues = ["et", "en", "ru", "uk"];

    /// <summary>Lines that look like something on record, and come in all the same.</summary>
    public ChoicesField Anyway { get; } = new();

    /// <summary>Text key of the label, and the field.</summary>
    public abstract IEnumerable<(string Label, ChoiceField Field)> Asked { get; }

    /// <summary>Words with which offices head these columns, by the name of the field.</summary>
    protected abstract IReadOnlyDictionary<string, string[]> Heads { get; }

    public void Offer(SheetTable sheet)
    {
        var options = sheet.Head.Select((title, i) => new Option($"{i}", title.Length > 0 ? title : $"{(char)('A' + i % 26)}")).ToList();
        foreach (var (_, field) in Asked) { field.Options = options; }
        Anyway.Options = [.. sheet.Rows.Select(row => new Option($"{row.Line}", $"{row.Line}"))];
        Guess(sheet.Head);
    }

    public IReadOnlyList<TEntry> Coming<TEntry>(IEnumerable<TEntry> rows) where TEntry : SheetEntry =>
        [.. rows.Where(r => r.IsRight && (!r.IsDoubtful || Anyway.Values.Contains($"{r.Line}")))];

    /// <returns>Null where the column is not chosen, or the cell empty.</returns>
    public static string? Cell(SheetRow row, ChoiceField column) => int.TryParse(column.Value, out var i) && row[i] is { Length: > 0 } text ? text : null;

    /// <summary>What the form finds wrong with the row, and cells beyond the head.</summary>
    public static List<(string Column, string Reason)> Wrong(IEnumerable<(string Label, Field Field)> labelled, SheetRow row, SheetTable sheet, Wording words)
    {
        var wrong = labelled.Where(f => f.Field.Error is not null).Select(f => (words[f.Label], f.Field.Error!)).ToList();
        if (row.Cells.Skip(sheet.Head.Count).Any(c => c.Length > 0)) { wrong.Add((words["import.row"], words["import.too-many"])); }
        return wrong;
    }

    /// <summary>What a word of any of the four languages means; a word that means nothing stays, and is a mistake.</summary>
    public static string? Meant(string? text, (string Value, string TextKey)[] options, Wording words)
    {
        if (text is null) { return null; }
        var folded = Fold.Text(text);
        return options.FirstOrDefault(o => Fold.Text(o.Value) == folded || Array.Exists(Tongues, t => Means(folded, Fold.Text(words.In(t, o.TextKey))))).Value ?? text;
    }

    private static bool Means(string said, string label) => said == label || said == $"{label} keel" || (said.Length == 2 && label.StartsWith(said, StringComparison.Ordinal));

    private void Guess(IReadOnlyList<string> head)
    {
        var folded = head.Select(Fold.Text).ToList();
        foreach (var (_, field) in Asked)
        {
            var found = folded.FindIndex(title => Heads[field.Name].Any(word => Fold.Text(word) == title));
            field.Value = found < 0 ? null : $"{found}";
        }
    }
}

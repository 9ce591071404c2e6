using Loim.Data;
using Loim.Modules;
using Loim.People.Register;
using Loim.People.Search;
using Loim.Web;
using Loim.Web.Forms;
using Loim.Web.Tables;

namespace Loim.People.Import;

/// <summary>Reads the rows of a spreadsheet by the chosen columns, with the rules and the sentences of the form of a new person.</summary>
[Scoped]
internal sealed class RowReader(Duplicates duplicates, TimeProvider time)
{
    private static readonly string[] Tongues = ["et", "en", "ru", "uk"];

    public async Task<IReadOnlyList<ImportedRow>> Read(SheetTable sheet, Columns columns, Wording words)
    {
        var rows = new List<ImportedRow>();
        var seen = new Dictionary<string, int>();
        foreach (var row in sheet.Rows)
        {
            var form = Fill(row, columns, words);
            var problems = Problems(form, row, sheet, columns, words);
            var alike = problems.Count > 0 ? [] : await Alike(form);
            if (problems.Count == 0 && await duplicates.WithCode(form.CodeValue) is not null)
            {
                problems.Add((words["code"], words["code.taken"]));
            }
            var same = problems.Count == 0 && !seen.TryAdd(KeyOf(form), row.Line) ? seen[KeyOf(form)] : (int?)null;
            rows.Add(new(row.Line, form, problems, alike, same));
        }
        return rows;
    }

    private async Task<IReadOnlyList<Guid>> Alike(PersonForm form) =>
        await duplicates.Like(form.Given.Value!, form.Family.Value!, form.OwnName.Value, form.Born.Value ?? form.CodeValue?.Born);

    private PersonForm Fill(SheetRow row, Columns columns, Wording words)
    {
        string? Cell(ChoiceField column) => int.TryParse(column.Value, out var i) && row[i] is { Length: > 0 } text ? text : null;
        var form = new PersonForm();
        form.Born.Max = form.Arrived.Max = time.Today();
        var (given, family) = Split(Cell(columns.FullName));
        (form.Given.Value, form.Family.Value, form.OwnName.Value) = (Cell(columns.Given) ?? given, Cell(columns.Family) ?? family, Cell(columns.OwnName));
        (form.Born.Text, form.Arrived.Text) = (Cell(columns.Born) ?? "", Cell(columns.Arrived) ?? "");
        (form.Code.Value, form.Phone.Value, form.Email.Value, form.Area.Value) = (Cell(columns.Code), Cell(columns.Phone), Cell(columns.Email), Cell(columns.Area));
        form.Group.Value = Meant(Cell(columns.Group), PersonForm.Groups, words) ?? columns.AnyGroup.Value;
        form.Language.Value = Meant(Cell(columns.Language), PersonForm.Languages, words) ?? columns.AnyLanguage.Value;
        return form;
    }

    private static List<(string, string)> Problems(PersonForm form, SheetRow row, SheetTable sheet, Columns columns, Wording words)
    {
        if (form.Check(words)) { form.Obeys(key => words[key]); }
        var wrong = form.Labelled.Where(f => f.Field.Error is not null).Select(f => (words[f.Label], f.Field.Error!)).ToList();
        if (row.Cells.Skip(sheet.Head.Count).Any(c => c.Length > 0)) { wrong.Add((words["import.row"], words["import.too-many"])); }
        return wrong;
    }

    /// <summary>"Family, Given", or the last word is the family name.</summary>
    private static (string?, string?) Split(string? name)
    {
        if (name is null) { return (null, null); }
        if (name.Split(',', 2) is [var last, var first]) { return (first.Trim(), last.Trim()); }
        var space = name.LastIndexOf(' ');
        return space < 0 ? (name, null) : (name[..space].Trim(), name[(space + 1)..]);
    }

    /// <summary>What a word of any of the four languages means; a word that means nothing stays, and is a mistake.</summary>
    private static string? Meant(string? text, (string Value, string TextKey)[] options, Wording words)
    {
        if (text is null) { return null; }
        var folded = Fold.Text(text);
        return options.FirstOrDefault(o => Fold.Text(o.Value) == folded || Tongues.Any(t => Means(folded, Fold.Text(words.In(t, o.TextKey))))).Value ?? text;
    }

    private static bool Means(string said, string label) => said == label || said == $"{label} keel" || (said.Length == 2 && label.StartsWith(said, StringComparison.Ordinal));

    private static string KeyOf(PersonForm form) =>
        form.Code.Value ?? $"{string.Join(' ', Fold.Text($"{form.Given.Value} {form.Family.Value}").Split(' ').Order())}|{form.Born.Value:yyyy-MM-dd}";
}

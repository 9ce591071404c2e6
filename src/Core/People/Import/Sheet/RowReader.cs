using Loim.Data;
using Loim.Modules;
using Loim.People.Register;
using Loim.People.Register.Editing;
using Loim.People.Search;
using Loim.Web;
using Loim.Web.Forms;
using Loim.Web.Tables;
using Loim.Web.Tables.Importing;

namespace Loim.People.Import.Sheet;

/// <summary>Reads the rows of a spreadsheet by the chosen columns, with the rules and the sentences of the form of a new person.</summary>
[Scoped]
internal sealed class RowReader(Duplicates duplicates, TimeProvider time)
{
    public async Task<IReadOnlyList<ImportedRow>> Read(SheetTable sheet, Columns columns, Wording words)
    {
        var rows = new List<ImportedRow>();
        var seen = new Dictionary<string, int>();
        foreach (var row in sheet.Rows)
        {
            var form = Fill(row, columns, words);
            if (form.Check(words)) { form.Obeys(key => words[key]); }
            var problems = SheetColumns.Wrong(form.Labelled.Select(f => (f.Label, (Field)f.Field)), row, sheet, words);
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
        string? Cell(ChoiceField column) => SheetColumns.Cell(row, column);
        var form = new PersonForm();
        form.Born.Max = form.Arrived.Max = time.Today();
        var (given, family) = Split(Cell(columns.FullName));
        (form.Given.Value, form.Family.Value, form.OwnName.Value) = (Cell(columns.Given) ?? given, Cell(columns.Family) ?? family, Cell(columns.OwnName));
        (form.Born.Text, form.Arrived.Text) = (Cell(columns.Born) ?? "", Cell(columns.Arrived) ?? "");
        (form.Code.Value, form.Phone.Value, form.Email.Value, form.Area.Value) = (Cell(columns.Code), Cell(columns.Phone), Cell(columns.Email), Cell(columns.Area));
        form.Group.Value = SheetColumns.Meant(Cell(columns.Group), PersonForm.Groups, words) ?? columns.AnyGroup.Value;
        form.Language.Value = SheetColumns.Meant(Cell(columns.Language), PersonForm.Languages, words) ?? columns.AnyLanguage.Value;
        return form;
    }

    /// <summary>"Family, Given", or the last word is the family name.</summary>
    private static (string?, string?) Split(string? name)
    {
        if (name is null) { return (null, null); }
        if (name.Split(',', 2) is [var last, var first]) { return (first.Trim(), last.Trim()); }
        var space = name.LastIndexOf(' ');
        return space < 0 ? (name, null) : (name[..space].Trim(), name[(space + 1)..]);
    }

    private static string KeyOf(PersonForm form) =>
        form.Code.Value ?? $"{string.Join(' ', Fold.Text($"{form.Given.Value} {form.Family.Value}").Split(' ').Order())}|{form.Born.Value:yyyy-MM-dd}";
}

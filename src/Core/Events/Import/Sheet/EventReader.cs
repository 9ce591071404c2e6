using Loim.Data;
using Loim.Modules;
using Loim.Web;
using Loim.Web.Forms;
using Loim.Web.Tables;
using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Import.Sheet;

/// <summary>Reads rows by the chosen columns.</summary>
[Scoped]
internal sealed class EventReader(EventsDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<EventRow>> Read(SheetTable sheet, EventColumns columns, Wording words)
    {
        var forms = sheet.Rows.Select(row => (Row: row, Form: Fill(row, columns, words))).ToList();
        var (first, last) = (forms.Min(f => f.Form.Day.Value), forms.Max(f => f.Form.Day.Value));
        var known = (await db.Events.Where(e => e.Day >= first && e.Day <= last).Select(e => new KnownEvent(e.Id, e.Day, e.Title)).ToListAsync()).ToLookup(e => KeyOf(e.Day, e.Title));
        var rows = new List<EventRow>();
        var seen = new Dictionary<string, int>();
        foreach (var (row, form) in forms)
        {
            if (form.Check(words) && form.End.Value <= form.Start.Value) { form.Fail(form.End, words[$"rule.{EventRule.EndsBeforeItStarts}"]); }
            var problems = SheetColumns.Wrong(form.Labelled, row, sheet, words);
            var key = KeyOf(form.Day.Value, form.Title.Value ?? "");
            var same = problems.Count == 0 && !seen.TryAdd(key, row.Line) ? seen[key] : (int?)null;
            rows.Add(new(row.Line, form, problems, known[key].FirstOrDefault(), same));
        }
        return rows;
    }

    private PastEvent Fill(SheetRow row, EventColumns columns, Wording words)
    {
        string Text(ChoiceField column) => SheetColumns.Cell(row, column) ?? "";
        var form = new PastEvent();
        form.Day.Max = time.Today();
        form.Title.Text = Text(columns.Title);
        (form.Day.Text, form.Start.Text, form.End.Text) = (Text(columns.Day), Text(columns.Start), Text(columns.End));
        (form.Newcomers.Text, form.Locals.Text) = (Text(columns.Newcomers), Text(columns.Locals));
        form.Kind.Value = SheetColumns.Meant(SheetColumns.Cell(row, columns.Kind), PastEvent.Kinds, words) ?? columns.AnyKind.Value;
        form.Venue.Value = SheetColumns.Cell(row, columns.Venue) ?? columns.AnyVenue.Value;
        form.Organiser.Value = SheetColumns.Cell(row, columns.Organiser) ?? columns.AnyOrganiser.Value;
        return form;
    }

    private static string KeyOf(DateOnly? day, string title) => $"{day:yyyy-MM-dd} {Fold.Text(title)}";
}

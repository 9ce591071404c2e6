using System.Text.Json;
using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Loim.Web.Tables;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Import;

/// <summary>Takes spreadsheets of people in, and back out again.</summary>
[Scoped]
internal sealed class ImportBook(PeopleDb db, Work work, Reading reading, IEnumerable<IPersonalData> modules, BlindIndex index, CurrentViewer current, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Keeps the table until it is decided what to do with it; what was left undecided for a day is thrown away.</summary>
    public async Task<Guid> Prepare(string fileName, SheetTable sheet)
    {
        var import = new PeopleImport { FileName = fileName[..Math.Min(200, fileName.Length)], Content = Secret.Of(JsonSerializer.Serialize(sheet)), At = Now, By = current.Viewer.Name };
        var stale = Now.AddDays(-1);
        await work.Do(async () =>
        {
            db.RemoveRange(await db.Imports.Where(i => i.Added == null && i.At < stale).ToListAsync());
            db.Add(import);
        });
        return import.Id;
    }

    /// <returns>Null when the import is over or not there.</returns>
    public async Task<SheetTable?> Open(Guid import)
    {
        var content = await db.Imports.Where(i => i.Id == import).Select(i => i.Content).FirstOrDefaultAsync();
        return content is { } secret && reading.Open(Guid.Empty, secret, PeopleImport.ContentPlace(import)) is { } json
            ? JsonSerializer.Deserialize<SheetTable>(json) : null;
    }

    /// <summary>All rows or none; false when somebody has finished it meanwhile.</summary>
    public Task<bool> Finish(Guid id, IReadOnlyCollection<ImportedRow> rows) => work.Do(async () =>
    {
        if (await db.Imports.FirstOrDefaultAsync(i => i.Id == id && i.Added == null) is not { } import) { return false; }
        foreach (var row in rows)
        {
            var person = row.Form.NewPerson(Now);
            row.Form.Write(person, index);
            person.ImportId = id;
            db.Add(person);
            work.Record(new PersonAdded(person.Id));
        }
        import.Finish(rows.Count);
        return true;
    });

    /// <summary>Takes out whoever came in with it, but those who were changed, merged or worked with since.</summary>
    public Task Undo(Guid id) => work.Do(async () =>
    {
        if (await db.Imports.FirstOrDefaultAsync(i => i.Id == id && i.Added != null && i.UndoneAt == null) is not { } import) { return; }
        var stayed = 0;
        foreach (var person in await db.People.Where(p => p.ImportId == id).ToListAsync())
        {
            if (await IsInUse(person)) { stayed++; continue; }
            db.Remove(person);
            work.Record(new PersonTakenBack(person.Id));
        }
        import.Undo(Now, stayed);
    });

    private async Task<bool> IsInUse(Register.Person person) => person.Version > 1
        || await db.Aliases.AnyAsync(a => a.Id == person.Id || a.PersonId == person.Id)
        || await modules.ToAsyncEnumerable().SelectMany(m => m.Export(person.Id, CancellationToken.None)).Where(r => r.Section != "audit").Skip(1).AnyAsync();
}

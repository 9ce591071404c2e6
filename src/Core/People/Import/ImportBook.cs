using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Loim.People.Import.Sheet;
using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Import;

/// <summary>Takes spreadsheets of people in, and back out again.</summary>
[Scoped]
internal sealed class ImportBook(PeopleDb db, Work work, Reading reading, IEnumerable<IPersonalData> modules, BlindIndex index, CurrentViewer current, TimeProvider time)
    : SheetBook<PeopleImport>(db, "people_imports", work, reading, current, time)
{
    /// <summary>All rows or none; false when somebody has finished it meanwhile.</summary>
    public Task<bool> Finish(Guid id, IReadOnlyCollection<ImportedRow> rows) => Finish(id, rows, row =>
    {
        var person = row.Form.NewPerson(Now);
        row.Form.Write(person, index);
        person.ImportId = id;
        db.Add(person);
        Work.Record(new PersonAdded(person.Id));
    });

    protected override async Task<int> TakeOut(Guid import)
    {
        var gone = 0;
        foreach (var person in await db.People.Where(p => p.ImportId == import).ToListAsync())
        {
            if (await IsInUse(person)) { continue; }
            db.Remove(person);
            Work.Record(new PersonTakenBack(person.Id));
            gone++;
        }
        return gone;
    }

    private async Task<bool> IsInUse(Register.Person person) => person.Version > 1
        || await db.Aliases.AnyAsync(a => a.Id == person.Id || a.PersonId == person.Id)
        || await modules.ToAsyncEnumerable().SelectMany(m => m.Export(person.Id, CancellationToken.None)).Where(r => r.Section != "audit").Skip(1).AnyAsync();
}

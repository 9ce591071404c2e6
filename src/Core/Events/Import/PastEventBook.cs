using Loim.Access;
using Loim.Data;
using Loim.Events.Import.Sheet;
using Loim.Events.Recording;
using Loim.Modules;
using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Import;

/// <summary>Takes spreadsheets of past events in, and back out again.</summary>
[Scoped]
internal sealed class PastEventBook(EventsDb db, RecordedEvents events, Work work, Reading reading, CurrentViewer current, TimeProvider time)
    : SheetBook<EventImport>(db, "events_imports", work, reading, current, time)
{
    public Task<bool> Finish(Guid id, IReadOnlyCollection<EventRow> rows, Guid? line) => Finish(id, rows, row => events.Enter(row.Form.Read(line)).ImportId = id);

    /// <summary>An event that was changed or counted anew, or that people have said something about, stays.</summary>
    protected override async Task<int> TakeOut(Guid import)
    {
        var untouched = await db.Events.Where(e => e.ImportId == import && !db.Feedbacks.Any(f => f.EventId == e.Id)).ToListAsync();
        db.RemoveRange(untouched);
        return untouched.Count;
    }
}

using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Loim.Network.Organisations;
using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore;

namespace Loim.Network.Import;

/// <summary>Takes spreadsheets of organisations in, and back out again.</summary>
[Scoped]
internal sealed class OrganisationBook(NetworkDb db, Work work, Reading reading, CurrentViewer current, TimeProvider time)
    : SheetBook<OrganisationImport>(db, "network_imports", work, reading, current, time)
{
    public Task<bool> Finish(Guid id, IReadOnlyCollection<OrganisationRow> rows) => Finish(id, rows, row =>
    {
        var organisation = new Organisation { Name = row.Name, Sector = default };
        row.Form.Write(organisation);
        organisation.ImportId = id;
        db.Add(organisation);
    });

    /// <summary>Who changed an entry, or made it a member of a network, has made it theirs.</summary>
    protected override async Task<int> TakeOut(Guid import)
    {
        var untouched = await db.Organisations.Include(o => o.Units)
            .Where(o => o.ImportId == import && !db.Members.Any(m => m.OrganisationId == o.Id)).ToListAsync();
        db.RemoveRange(untouched);
        return untouched.Count;
    }
}

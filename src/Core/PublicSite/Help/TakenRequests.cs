using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.PublicSite.Help;

/// <summary>A request is handed on to whoever has taken it.</summary>
[Scoped]
internal sealed class TakenRequests(PublicSiteDb db, Reading reading, CurrentViewer current) : IHelpRequests
{
    public async Task<HelpWords?> Find(Guid request)
    {
        var taken = await db.HelpRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request && r.TakenBy == current.Viewer.Account);
        return taken is not null && reading.Open(request, taken.Text, HelpRequest.Place(nameof(HelpRequest.Text), request)) is { } text
            ? new(new(text), taken.Language) : null;
    }
}

using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Planning;

/// <summary>Finds what an event would clash with, across organisers. A warning before publishing, never a refusal.</summary>
/// <remarks>Source: TRT-10, TLN-06.</remarks>
[Scoped]
internal sealed class Clashes(House<EventsDb> house)
{
    public async Task<IReadOnlyList<Event>> With(Event planned)
    {
        var sameDay = await house.Db.Events.AsNoTracking().Where(e => e.Day == planned.Day && e.State == EventState.Published).OrderBy(e => e.Start).ToListAsync();
        return [.. sameDay.Where(planned.ClashesWith)];
    }
}

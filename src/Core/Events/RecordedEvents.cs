using Loim.Data;
using Loim.Modules;

namespace Loim.Events;

[Scoped]
internal sealed class RecordedEvents(EventsDb db, Work work, TimeProvider time) : IEvents
{
    public Task<Guid> Record(NewEvent it) => work.Do(() =>
    {
        var planned = Event.Plan(it);
        db.Add(planned);
        if (it.Attended is { } heads) { Hold(planned, heads); }
        return Task.FromResult(planned.Id);
    });

    public void Hold(Event held, Headcount heads)
    {
        if (held.Hold(heads, time.Today())) { work.Record(new EventHeld(held.Id, held.Day)); }
    }
}

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

    /// <returns>True when the event is held by this.</returns>
    public bool Hold(Event held, Headcount heads)
    {
        var first = held.Hold(heads, time.Today());
        if (first) { work.Record(new EventHeld(held.Id, held.Day)); }
        return first;
    }
}

using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Recording;

[Scoped]
internal sealed class RecordedEvents(EventsDb db, House<EventsDb> house, Work work, TimeProvider time) : IEvents
{
    public Task<Guid> Record(NewEvent it) => work.Do(() => Task.FromResult(Enter(it).Id));

    public Task TakeUp(Guid id, string jointWith, Headcount? attended) => work.Do(async () =>
    {
        var planned = await db.Events.SingleOrDefaultAsync(e => e.Id == id) ?? throw new EventRefusedException(EventRule.TakenUp);
        planned.TakeUp(jointWith);
        if (attended is { } heads) { Hold(planned, heads); }
        if (planned.State != EventState.Held) { throw new EventRefusedException(EventRule.NotHeldYet); }
    });

    public Task Correct(Guid id, string jointWith, EventTime when, Guid? planLine) => work.Do(async () =>
    {
        var recorded = await db.Events.SingleOrDefaultAsync(e => e.Id == id && e.JointWith == jointWith) ?? throw new EventRefusedException(EventRule.TakenUp);
        recorded.Correct(when, planLine, time.Today());
    });

    public Task<bool> TakeBack(Guid id) => work.Do(async () =>
    {
        var mistaken = await db.Events.SingleOrDefaultAsync(e => e.Id == id && e.JointWith != null);
        if (mistaken?.TakenUpAs is not null)
        {
            mistaken.GiveBack(counted: await house.Db.Guests.AnyAsync(g => g.EventId == id && g.Attended));
            return true;
        }
        if (mistaken is null || await house.Db.Registrations.AnyAsync(r => r.EventId == id) || await house.Db.Feedbacks.AnyAsync(f => f.EventId == id)) { return false; }
        db.Remove(mistaken);
        return true;
    });

    /// <summary>Inside a unit of work.</summary>
    public Event Enter(NewEvent it)
    {
        var planned = Event.Plan(it);
        db.Add(planned);
        if (it.Attended is { } heads) { Hold(planned, heads); }
        return planned;
    }

    /// <returns>True when the event is held by this.</returns>
    public bool Hold(Event held, Headcount heads)
    {
        var first = held.Hold(heads, time.Today());
        if (first) { work.Record(new EventHeld(held.Id, held.Day)); }
        return first;
    }
}

using Loim.Data;
using Loim.Events.Feedbacks;
using Loim.Events.Recording;
using Loim.Events.Registrations;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Attendance;

/// <summary>Who was there: the guests who are ticked on the list, and heads of others, without names.</summary>
[Scoped]
internal sealed class Attending(EventsDb db, RecordedEvents events, FeedbackLinks feedback, IPersonRecords persons, Work work)
{
    /// <summary>A later record replaces the earlier one. Whoever the list names is asked for feedback once, also where heads were counted
    /// before: here, or by a module that took the event up. Of whom the data are restricted, what stood stands, and they are not asked.</summary>
    /// <exception cref="EventRefusedException" />
    public Task Record(Guid id, IReadOnlyCollection<Guid> came, Headcount others) => work.Do(async () =>
    {
        var held = await db.Events.SingleAsync(e => e.Id == id);
        var registrations = await db.Registrations.Include(r => r.Guests).Where(r => r.EventId == id).ToListAsync();
        var guests = registrations.SelectMany(r => r.Guests.Select(g => (Guest: g, r.AreLocals))).ToList();
        var restricted = await persons.Restricted();
        var open = registrations.Where(r => !r.IsOneOf(restricted)).ToList();
        var before = await Before(held, [.. guests.Select(g => g.Guest.Who).OfType<string>()]);
        foreach (var guest in open.SelectMany(r => r.Guests)) { guest.Attend(came.Contains(guest.Id), guest.Who is { } who && before.Contains(who)); }
        var attended = guests.Where(g => g.Guest.Attended).ToList();
        var locals = attended.Count(g => g.AreLocals);
        var heads = new Headcount(attended.Count - locals + others.Newcomers, locals + others.Locals, attended.Count(g => g.Guest.Returned) + others.Returning);
        events.Hold(held, heads);
        await feedback.Ask(held, open.Where(r => r.Guests.Exists(g => g.Attended)));
    });

    /// <summary>It was recorded on the wrong event. Of whom the data are restricted, what stood stands.</summary>
    /// <exception cref="EventRefusedException" />
    public Task TakeBack(Guid id) => work.Do(async () =>
    {
        (await db.Events.SingleAsync(e => e.Id == id)).Uncount();
        var restricted = await persons.Restricted();
        var registrations = await db.Registrations.Include(r => r.Guests).Where(r => r.EventId == id).ToListAsync();
        foreach (var guest in registrations.Where(r => !r.IsOneOf(restricted)).SelectMany(r => r.Guests)) { guest.Attend(false, false); }
    });

    private async Task<HashSet<string>> Before(Event held, IReadOnlyList<string> who) =>
        [.. await db.Guests.Where(g => g.Attended && who.Contains(g.Who!) && db.Events.Any(e => e.Id == g.EventId && e.Day < held.Day)).Select(g => g.Who!).ToListAsync()];
}

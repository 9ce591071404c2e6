using Loim.Data;
using Loim.Events.Planning;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Registrations.Reminding;

/// <summary>Reminds those who have seats some days before the event, once a registration and time, in their language. The letter and the mark
/// that it was written are one unit of work: killed and run again, nobody is reminded twice.</summary>
internal sealed class RemindGuests(EventsDb db, PlaceLetters letters, EventsSettings settings, Work work, TimeProvider time) : Job
{
    private const int AtOnce = 25;

    public override TimeSpan Every => TimeSpan.FromMinutes(30);

    public override async Task Run(CancellationToken ct)
    {
        var (today, until) = (time.Today(), time.Today().AddDays(settings.RemindDays));
        if (settings.RemindDays == 0) { return; }
        var coming = await db.Events.Where(e => e.State == EventState.Published && e.Capacity != null && e.Day >= today && e.Day <= until)
            .Select(e => e.Id).ToListAsync(ct);
        foreach (var it in coming)
        {
            while (await work.Do(() => Remind(it, ct)) == AtOnce) { ct.ThrowIfCancellationRequested(); }
        }
    }

    /// <summary>Whoever registered after the hour of reminding has just got a letter.</summary>
    private async Task<int> Remind(Guid id, CancellationToken ct)
    {
        var it = await db.Events.SingleAsync(e => e.Id == id, ct);
        var (now, hour) = (time.GetUtcNow().UtcDateTime, it.RemindsAt(settings.RemindDays));
        if (now < hour || !it.TakesRegistrations(now)) { return 0; }
        var seated = await db.Registrations.Where(r => r.EventId == id && r.State == RegistrationState.Seated && r.Email != null && r.RemindedAt == null && r.RegisteredAt < hour)
            .OrderBy(r => r.Number).Take(AtOnce).ToListAsync(ct);
        foreach (var registration in seated)
        {
            await letters.Tell(PlaceNews.Reminder, it, registration);
            registration.Remind(now);
        }
        return seated.Count;
    }
}

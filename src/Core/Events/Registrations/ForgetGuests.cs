using Loim.Data;
using Loim.Events.Planning;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Registrations;

/// <summary>Deletes names and contacts some days after the event, and the mark of who came again after a year.</summary>
internal sealed class ForgetGuests(EventsDb db, Work work, EventsSettings settings, TimeProvider time) : Job
{
    public const int KeepWhoDays = 365;

    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override Task Run(CancellationToken ct) => work.Do(async () =>
    {
        var (names, who) = (time.Today().AddDays(-settings.KeepNamesDays), time.Today().AddDays(-KeepWhoDays));
        var registrations = await db.Registrations.Include(r => r.Guests)
            .Where(r => r.ForgottenAt == null && db.Events.Any(e => e.Id == r.EventId && e.Day < names)).ToListAsync(ct);
        registrations.ForEach(r => r.Forget(time.GetUtcNow().UtcDateTime));
        var guests = await db.Guests.Where(g => g.Who != null && db.Events.Any(e => e.Id == g.EventId && e.Day < who)).ToListAsync(ct);
        guests.ForEach(g => g.ForgetWho());
    });
}

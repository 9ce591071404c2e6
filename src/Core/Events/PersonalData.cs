using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Events.Planning;
using Loim.Events.Registrations;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events;

/// <summary>Registrations of a person of the register, or the one registration whose id is given: who registers needs no account.</summary>
internal sealed class PersonalData(House<EventsDb> house, Reading reading, EventsSettings settings, TimeProvider time) : IPersonalData
{
    private EventsDb Db => house.Db;

    public IReadOnlyList<Retention> Retention =>
    [
        new("retention.registration", TimeSpan.FromDays(settings.KeepNamesDays), "retention.consent", before =>
        {
            var day = Days.DayOf(before);
            return Due.Of(Db.Registrations.Include(r => r.Guests).Where(r => r.ForgottenAt == null && Db.Events.Any(e => e.Id == r.EventId && e.Day < day)),
                r => r.Forget(time.GetUtcNow().UtcDateTime));
        }),
        new("retention.returning", TimeSpan.FromDays(365), "retention.consent", before =>
        {
            var day = Days.DayOf(before);
            return Due.Of(Db.Guests.Where(g => g.Who != null && Db.Events.Any(e => e.Id == g.EventId && e.Day < day)), g => g.ForgetWho());
        }),
        new("retention.feedback", TimeSpan.FromDays(365), "retention.consent", before =>
        {
            var day = Days.DayOf(before);
            return Due.Of(Db.Feedbacks.Where(f => f.Comment != null && Db.Events.Any(e => e.Id == f.EventId && e.Day < day)), f => f.Forget());
        }),
        new("retention.import", TimeSpan.FromDays(30), "retention.import.ground", before =>
            Due.Of(Db.Imports.Where(i => i.Content != null && i.At < before), i => i.Content = null)),
    ];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var found = await Of(person).AsNoTracking().Join(Db.Events, r => r.EventId, e => e.Id, (r, e) => new { Registration = r, e.Title, e.Day }).ToListAsync(ct);
        foreach (var row in found)
        {
            string? Open(Sealed<string>? value) => value is { } known ? reading.Open(person, known) : null;
            var guests = await Db.Guests.AsNoTracking().Where(g => g.RegistrationId == row.Registration.Id).OrderBy(g => g.Number).ToListAsync(ct);
            yield return new PersonalRecord("registration", row.Day, new Dictionary<string, string?>
            {
                ["event.title"] = row.Title,
                ["guests"] = string.Join(", ", guests.Select(g => Open(g.Name))),
                ["email"] = Open(row.Registration.Email),
                ["phone"] = Open(row.Registration.Phone),
                ["needs"] = string.Join(", ", row.Registration.Needs),
                ["state"] = row.Registration.State.ToString(),
            });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var found = await Of(person).Include(r => r.Guests).ToListAsync(ct);
        foreach (var registration in found)
        {
            registration.Forget(time.GetUtcNow().UtcDateTime);
            foreach (var guest in registration.Guests) { guest.ForgetWho(); }
        }
        return found.Count;
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) => await Db.Registrations
        .Where(r => r.PersonId != null && Db.Events.Any(e => e.Id == r.EventId && e.Day >= day)).Select(r => r.PersonId!.Value).Distinct().ToListAsync(ct);

    private IQueryable<Registration> Of(Guid person) => Db.Registrations.Where(r => r.PersonId == person || r.Id == person);
}

using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Events.Planning;
using Loim.Events.Registrations;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events;

/// <summary>Registrations of a person of the register, or the one registration whose id is given: who registers needs no account.</summary>
internal sealed class PersonalData(EventsDb db, Reading reading, EventsSettings settings, TimeProvider time) : IPersonalData
{
    public IReadOnlyList<Retention> Retention { get; } =
    [
        new("retention.registration", TimeSpan.FromDays(settings.KeepNamesDays), "retention.consent"),
        new("retention.returning", TimeSpan.FromDays(ForgetGuests.KeepWhoDays), "retention.consent"),
    ];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var found = await Of(person).AsNoTracking().Join(db.Events, r => r.EventId, e => e.Id, (r, e) => new { Registration = r, e.Title, e.Day }).ToListAsync(ct);
        foreach (var row in found)
        {
            string? Open(Sealed<string>? value) => value is { } known ? reading.Open(person, known) : null;
            var guests = await db.Guests.AsNoTracking().Where(g => g.RegistrationId == row.Registration.Id).ToListAsync(ct);
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

    private IQueryable<Registration> Of(Guid person) => db.Registrations.Where(r => r.PersonId == person || r.Id == person);
}

using Loim.Data;
using Loim.Events.Planning;
using Loim.Events.Registrations.Seats;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Registrations;

/// <summary>Gives and takes back seats. What is free is counted by the house inside the unit of work, so that no seat is given twice.
/// To stay away is never refused, nor to tell those who are registered: also where somebody's data are restricted.</summary>
[Scoped]
internal sealed class Registering(House<EventsDb> house, Work work, PlaceLetters letters, IPersonRecords persons, EventsSettings settings, BlindIndex index, TimeProvider time)
{
    /// <returns>The address of their place.</returns>
    /// <exception cref="RegistrationRefusedException" />
    public Task<string> Register(Guid eventId, NewRegistration asked) => work.Do(async () =>
    {
        var it = await house.Db.Events.SingleAsync(e => e.Id == eventId);
        if (await house.Db.Registrations.FirstOrDefaultAsync(r => r.Ticket == asked.Ticket) is { } known) { return await letters.Link(it, known); }
        if (!it.TakesRegistrations(time.GetUtcNow().UtcDateTime)) { throw new RegistrationRefusedException(RegistrationRule.Closed); }
        if (asked.People.Count > it.Capacity) { throw new RegistrationRefusedException(RegistrationRule.MoreThanSeats); }
        var before = house.Db.Registrations.Where(r => r.EventId == eventId);
        await RefuseTwice(eventId, asked.Person);
        var registration = Registration.Of(eventId, await before.CountAsync() + 1, asked, time.GetUtcNow().UtcDateTime, index);
        var free = it.Capacity - await before.Where(r => r.State == RegistrationState.Seated).SumAsync(r => r.Seats);
        if (registration.Seats <= free && !await before.AnyAsync(r => r.State == RegistrationState.Waiting)) { registration.Seat(); }
        house.Db.Add(registration);
        return await letters.Tell(registration.State == RegistrationState.Seated ? PlaceNews.Seated : PlaceNews.Waiting, it, registration);
    });

    /// <summary>Not all of them come after all.</summary>
    public Task Come(Guid registration, IReadOnlyCollection<Guid> coming, IReadOnlyList<string> needs) => work.DoEvenRestricted(async () =>
    {
        var changed = await house.Db.Registrations.Include(r => r.Guests).SingleAsync(r => r.Id == registration);
        if (changed.State == RegistrationState.Cancelled) { return; }
        changed.Come(coming, needs);
        await Fill(await house.Db.Events.SingleAsync(e => e.Id == changed.EventId));
    });

    public Task Cancel(Guid registration) => work.DoEvenRestricted(async () =>
    {
        var cancelled = await house.Db.Registrations.SingleAsync(r => r.Id == registration);
        cancelled.Cancel();
        await Fill(await house.Db.Events.SingleAsync(e => e.Id == cancelled.EventId));
    });

    /// <summary>Takes a cancellation back: they get seats before others who wait, if any are free.</summary>
    /// <exception cref="RegistrationRefusedException" />
    public Task Return(Guid registration) => work.Do(async () =>
    {
        var returning = await house.Db.Registrations.SingleAsync(r => r.Id == registration);
        var it = await house.Db.Events.SingleAsync(e => e.Id == returning.EventId);
        if (!it.TakesRegistrations(time.GetUtcNow().UtcDateTime)) { throw new RegistrationRefusedException(RegistrationRule.Closed); }
        if (!returning.MayReturn) { return; }
        await RefuseTwice(it.Id, returning.PersonId);
        returning.Return();
        await Fill(it);
    });

    /// <summary>Somebody without an e-mail address was told by telephone.</summary>
    public Task Called(Guid registration) => work.DoEvenRestricted(async () => (await house.Db.Registrations.SingleAsync(r => r.Id == registration)).Called());

    /// <summary>How many registrations for the event wait for a call.</summary>
    public Task<int> Calls(Guid it) => house.Db.Registrations.Where(Registration.WaitsForCall).CountAsync(r => r.EventId == it);

    /// <summary>Gives what is free to those who wait, and tells them. Joins the caller's unit of work.</summary>
    /// <returns>How many letters were written.</returns>
    public async Task<int> Fill(Event it)
    {
        if (!it.TakesRegistrations(time.GetUtcNow().UtcDateTime)) { return 0; }
        var registrations = await house.Db.Registrations.Where(r => r.EventId == it.Id).ToListAsync();
        return await Tell(PlaceNews.Promoted, it, new SeatBook(it, registrations).Fill());
    }

    /// <summary>Tells all who are registered that the event has moved; who was reminded of the old time is reminded of the new one.
    /// Joins the caller's unit of work.</summary>
    /// <returns>How many letters were written.</returns>
    public async Task<int> Move(Event it)
    {
        var written = await Tell(PlaceNews.Changed, it);
        var now = time.GetUtcNow().UtcDateTime;
        // After the hour of reminding the letter of the change is reminder enough.
        if (now >= it.RemindsAt(settings.RemindDays)) { return written; }
        foreach (var reminded in await house.Db.Registrations.Where(r => r.EventId == it.Id && r.RemindedAt != null).ToListAsync()) { reminded.RemindAgain(); }
        return written;
    }

    /// <summary>A person of the register comes once, also where two records are theirs.</summary>
    private async Task RefuseTwice(Guid eventId, Guid? person)
    {
        if (person is null) { return; }
        var records = await persons.Of(person.Value);
        if (await house.Db.Registrations.AnyAsync(r => r.EventId == eventId && r.PersonId != null && records.Contains(r.PersonId.Value) && r.State != RegistrationState.Cancelled))
        {
            throw new RegistrationRefusedException(RegistrationRule.AlreadyRegistered);
        }
    }

    /// <summary>Tells all who are registered. Joins the caller's unit of work.</summary>
    /// <returns>How many letters were written.</returns>
    public async Task<int> Tell(PlaceNews news, Event it) =>
        await Tell(news, it, await house.Db.Registrations.Where(r => r.EventId == it.Id && r.State != RegistrationState.Cancelled).ToListAsync());

    private async Task<int> Tell(PlaceNews news, Event it, IReadOnlyList<Registration> whom)
    {
        foreach (var registration in whom) { await letters.Tell(news, it, registration); }
        return whom.Count(r => r.Email is not null);
    }
}

internal enum RegistrationRule { Closed, MoreThanSeats, AlreadyRegistered }

internal sealed class RegistrationRefusedException(RegistrationRule rule) : Exception($"The registration breaks a rule: {rule}.")
{
    public RegistrationRule Rule => rule;
}

using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Registrations.Seats;

internal static class TakenSeats
{
    /// <summary>Seats that are given, by event; an event with none is not in it.</summary>
    public static Task<Dictionary<Guid, int>> SeatsTaken(this EventsDb db, IReadOnlyList<Guid> events) =>
        db.Registrations.Where(r => events.Contains(r.EventId) && r.State == RegistrationState.Seated)
            .GroupBy(r => r.EventId).Select(g => new { g.Key, Seats = g.Sum(r => r.Seats) }).ToDictionaryAsync(g => g.Key, g => g.Seats);

    /// <summary>Seats that are given or waited for, by event. Nobody overtakes: while somebody waits these are more than there are, and none is free.</summary>
    public static Task<Dictionary<Guid, int>> SeatsWanted(this EventsDb db, IReadOnlyList<Guid> events) =>
        db.Registrations.Where(r => events.Contains(r.EventId) && r.State != RegistrationState.Cancelled)
            .GroupBy(r => r.EventId).Select(g => new { g.Key, Seats = g.Sum(r => r.Seats) }).ToDictionaryAsync(g => g.Key, g => g.Seats);
}

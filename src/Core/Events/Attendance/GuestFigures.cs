using Loim.Events.Registrations;
using Loim.Modules;

namespace Loim.Events.Attendance;

/// <summary>People registered for the events of the period, with a seat or waiting; those who cancelled do not count.</summary>
internal sealed class RegistrationsFigure(EventsDb db) : IIndicator
{
    public string Code => "events.registrations";
    public Aggregate Aggregate => Aggregate.Sum;

    public IQueryable<Evidence> Evidence(Period period) =>
        from registration in db.Registrations
        join it in db.Events on registration.EventId equals it.Id
        where registration.State != RegistrationState.Cancelled && it.Day >= period.From && it.Day < period.Until
        select new Evidence
        {
            Id = registration.Id, On = it.Day, Name = it.Title, Amount = registration.Seats, Kind = "kind." + it.Kind, PlanLine = it.PlanLine, Href = "/events/" + it.Id + "/registrations",
        };
}

/// <summary>Participations by people who had been to an event before.</summary>
internal sealed class ReturningFigure(EventsDb db) : IIndicator
{
    public string Code => "events.returning";
    public Aggregate Aggregate => Aggregate.Sum;

    public IQueryable<Evidence> Evidence(Period period) =>
        from held in db.Events
        where held.State == EventState.Held && held.Returning > 0 && held.Day >= period.From && held.Day < period.Until
        select new Evidence
        {
            Id = held.Id, On = held.Day, Name = held.Title, Amount = held.Returning!.Value, Kind = "kind." + held.Kind, PlanLine = held.PlanLine, Href = "/events/" + held.Id,
        };
}

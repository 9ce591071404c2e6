using Loim.Modules;

namespace Loim.Events.Attendance;

/// <summary>Events held; a cancelled one does not count, one of several days counts once.</summary>
[ContributesTo("info-days", Kind = "kind." + EventKind.InfoDay)]
[ContributesTo("trainings", Kind = "kind." + EventKind.Training)]
internal sealed class EventsHeldFigure(EventsDb db) : IIndicator
{
    public string Code => "events.held";
    public Aggregate Aggregate => Aggregate.Count;
    public IQueryable<Evidence> Evidence(Period period) => db.Evidence(period, counted: false);
}

/// <summary>Heads at the events held, newcomers and locals together; the same person comes as often as they come.</summary>
internal sealed class ParticipantsFigure(EventsDb db) : IIndicator
{
    public string Code => "events.participants";
    public Aggregate Aggregate => Aggregate.Sum;
    public IQueryable<Evidence> Evidence(Period period) => db.Evidence(period, counted: true);
}

internal static class HeldEvents
{
    public static IQueryable<Evidence> Evidence(this EventsDb db, Period period, bool counted) =>
        from held in db.Events
        where held.State == EventState.Held && held.Day >= period.From && held.Day < period.Until
        select new Evidence
        {
            Id = held.Id,
            On = held.Day,
            Name = held.Title,
            Amount = counted ? (held.Newcomers ?? 0) + (held.Locals ?? 0) : 1,
            Kind = "kind." + held.Kind,
            PlanLine = held.PlanLine,
            Href = "/events/" + held.Id,
        };
}

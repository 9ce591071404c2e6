namespace Tallinn.MentalHealth.Sessions;

/// <summary>Sessions with one client. The evidence opens to the specialist who held it alone, and names no person to anybody:
/// that somebody is a client does not leave the wall even as an id.</summary>
internal sealed class SessionsFigure(MentalHealthDb db) : IIndicator
{
    public string Code => "mental-health.sessions";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from session in db.Sessions
        where session.Day >= period.From && session.Day < period.Until
        select new Evidence
        {
            Id = session.Id,
            On = session.Day,
            PlanLine = session.PlanLine,
            Href = "/mental-health/clients/" + session.ReferralId,
        };
}

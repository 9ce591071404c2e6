namespace Tallinn.MentalHealth.Sessions;

/// <summary>Group sessions held. Opens to the specialist who held them alone.</summary>
internal sealed class GroupSessionsFigure(MentalHealthDb db) : IIndicator
{
    public string Code => "mental-health.group-sessions";
    public Aggregate Aggregate => Aggregate.Count;
    public IQueryable<Evidence> Evidence(Period period) => db.GroupEvidence(period);
}

/// <summary>Heads at them; the same person comes as often as they come.</summary>
internal sealed class GroupParticipantsFigure(MentalHealthDb db) : IIndicator
{
    public string Code => "mental-health.group-participants";
    public Aggregate Aggregate => Aggregate.Sum;
    public IQueryable<Evidence> Evidence(Period period) => db.GroupEvidence(period);
}

internal static class HeldGroups
{
    public static IQueryable<Evidence> GroupEvidence(this MentalHealthDb db, Period period) =>
        from session in db.GroupSessions
        where session.Day >= period.From && session.Day < period.Until
        select new Evidence { Id = session.Id, On = session.Day, Amount = session.Participants, PlanLine = session.PlanLine, Href = "/mental-health/groups" };
}

namespace Tallinn.MentalHealth.Referrals;

/// <summary>Days between referral and acceptance, on average of those who were taken on in the period: the one figure of the queue that
/// leaves the wall. It names no person to anybody.</summary>
/// <remarks>Source: TLN-11.</remarks>
internal sealed class WaitingFigure(MentalHealthDb db) : IIndicator
{
    public string Code => "mental-health.waiting-days";
    public Aggregate Aggregate => Aggregate.Average;

    public IQueryable<Evidence> Evidence(Period period) =>
        from referral in db.Referrals
        where referral.AcceptedOn >= period.From && referral.AcceptedOn < period.Until
        select new Evidence { Id = referral.Id, On = referral.AcceptedOn!.Value, Amount = referral.Waited!.Value, Href = "/mental-health/clients/" + referral.Id };
}

using Loim.People;

namespace Saaremaa.IntegrationPlan.Plans;

/// <summary>A plan as lists show it; newest first.</summary>
public sealed record PlanRow(Guid Id, PersonCard? Card, DateOnly MadeOn, DateOnly ReviewOn, int Steps, int Done)
{
    internal static IQueryable<PlanRow> Of(IntegrationPlanDb db, IQueryable<Plan> plans) =>
        from plan in plans
        join card in db.Set<PersonCard>() on plan.PersonId equals card.Id into cards
        from card in cards.DefaultIfEmpty()
        orderby plan.MadeOn descending, plan.Id descending
        select new PlanRow(plan.Id, card, plan.MadeOn, plan.ReviewOn, db.Steps.Count(s => s.PlanId == plan.Id), db.Steps.Count(s => s.PlanId == plan.Id && s.DoneOn != null));
}

namespace Saaremaa.IntegrationPlan;

/// <summary>Plans made.</summary>
internal sealed class PlansMadeFigure(IntegrationPlanDb db) : IIndicator
{
    public string Code => "integration-plan.made";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from plan in db.Plans
        where plan.MadeOn >= period.From && plan.MadeOn < period.Until
        select new Evidence { Id = plan.Id, On = plan.MadeOn, Person = plan.PersonId, PlanLine = plan.PlanLine, Href = "/integration-plan/plans/" + plan.Id };
}

/// <summary>Plans that got going: counted once, on the day when the first of their steps was done.</summary>
internal sealed class PlansStartedFigure(IntegrationPlanDb db) : IIndicator
{
    public string Code => "integration-plan.started";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from plan in db.Plans
        let first = db.Steps.Where(s => s.PlanId == plan.Id).Min(s => s.DoneOn)
        where first >= period.From && first < period.Until
        select new Evidence { Id = plan.Id, On = first!.Value, Person = plan.PersonId, PlanLine = plan.PlanLine, Href = "/integration-plan/plans/" + plan.Id };
}

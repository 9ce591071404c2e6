using Tartu.ServiceCentre.Registry;

namespace Tartu.ServiceCentre.Counting;

internal sealed class VisitFigure(ServiceCentreDb db) : IIndicator
{
    public string Code => "service-centre.visits";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from visit in db.Visits
        where visit.Day >= period.From && visit.Day < period.Until
        select new Evidence { Id = visit.Id, On = visit.Day, Person = visit.PersonId, PlanLine = visit.PlanLine, Href = "/service-centre/visits/" + visit.Id };
}

/// <summary>Services given in visits and bus cards: what desk statistics count.</summary>
internal sealed class ServiceFigure(ServiceCentreDb db) : IIndicator
{
    public string Code => "service-centre.services";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from service in db.Given
        where service.Day >= period.From && service.Day < period.Until
        select new Evidence
        {
            Id = service.Id,
            On = service.Day,
            Person = service.PersonId,
            Kind = "service." + service.Code,
            PlanLine = service.PlanLine,
            Href = service.VisitId == null ? null : "/service-centre/visits/" + service.VisitId,
        };
}

/// <summary>Registry services that the register entered, by the day of its answer.</summary>
internal sealed class RegistryFigure(ServiceCentreDb db) : IIndicator
{
    public string Code => "service-centre.registry";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from service in db.RegistryServices
        where service.Outcome == RegistryOutcome.Entered && service.SettledOn >= period.From && service.SettledOn < period.Until
        select new Evidence
        {
            Id = service.Id,
            On = service.SettledOn!.Value,
            Person = service.PersonId,
            Kind = service.Kind == RegistryKind.Residence ? "service.Residence" : "service.PersonalCode",
            PlanLine = service.PlanLine,
            Href = "/service-centre/registry/" + service.Id,
        };
}

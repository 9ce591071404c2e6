using Loim.Modules;

namespace Loim.Cases.Enquiries.Counting;

internal sealed class Visits(CasesDb db) : IIndicator
{
    public string Code => "cases.visits";
    public Aggregate Aggregate => Aggregate.Count;
    public IQueryable<Evidence> Evidence(Period period) => EnquiryEvidence.Of(db, period);
}

internal sealed class PersonsHelped(CasesDb db) : IIndicator
{
    public string Code => "cases.persons";
    public Aggregate Aggregate => Aggregate.Persons;
    public IQueryable<Evidence> Evidence(Period period) => EnquiryEvidence.Of(db, period).Where(e => e.Person != null);
}

internal sealed class ServicesGiven(CasesDb db) : IIndicator
{
    public string Code => "cases.services";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) => db.ServicesGiven
        .Where(s => s.Day >= period.From && s.Day < period.Until)
        .Select(s => new Evidence
        {
            Id = s.EnquiryId,
            On = s.Day,
            Person = s.PersonId,
            Kind = "service." + s.Code,
            PlanLine = s.PlanLine,
            Href = "/cases/enquiries/" + s.EnquiryId,
        });
}

internal static class EnquiryEvidence
{
    public static IQueryable<Evidence> Of(CasesDb db, Period period) => db.Enquiries
        .Where(e => e.Day >= period.From && e.Day < period.Until)
        .Select(e => new Evidence
        {
            Id = e.Id,
            On = e.Day,
            Person = e.PersonId,
            PlanLine = e.PlanLine,
            Href = "/cases/enquiries/" + e.Id,
        });
}

using Loim.Modules;

namespace Loim.Cases.Casework.Counting;

internal sealed class CasesOpened(CasesDb db) : IIndicator
{
    public string Code => "cases.opened";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) => db.Cases
        .Where(c => c.OpenedOn >= period.From && c.OpenedOn < period.Until)
        .Select(c => new Evidence { Id = c.Id, On = c.OpenedOn, Person = c.PersonId, Href = "/cases/" + c.Id });
}

internal sealed class NeedsImproved(CasesDb db) : IIndicator
{
    public string Code => "cases.improved";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) => db.Improvements
        .Where(i => i.Day >= period.From && i.Day < period.Until)
        .Select(i => new Evidence { Id = i.Id, On = i.Day, Person = i.PersonId, Kind = "domain." + i.Domain, Href = "/cases/" + i.CaseId });
}

internal sealed class ReferralsAnswered(CasesDb db) : IIndicator
{
    public string Code => "cases.referrals-answered";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) => db.Referrals
        .Where(r => r.AnsweredOn >= period.From && r.AnsweredOn < period.Until)
        .Select(r => new Evidence { Id = r.Id, On = r.AnsweredOn!.Value, Person = r.PersonId, Href = "/cases/referrals/" + r.Id });
}

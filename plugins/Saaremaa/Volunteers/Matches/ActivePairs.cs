namespace Saaremaa.Volunteers.Matches;

/// <summary>Volunteer and person who had agreed, on some day of the period.</summary>
internal sealed class ActivePairs(VolunteersDb db) : IIndicator
{
    public string Code => "volunteers.pairs";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from match in db.Matches
        join volunteer in db.Volunteers on match.VolunteerId equals volunteer.Id into known
        from volunteer in known.DefaultIfEmpty()
        let until = match.EndedOn ?? volunteer.LeftOn
        where match.EventId == null && match.AgreedOn < period.Until && (until == null || until >= period.From)
        select new Evidence
        {
            Id = match.Id,
            On = match.AgreedOn!.Value < period.From ? period.From : match.AgreedOn.Value,
            Person = match.PersonId,
            Kind = "skill." + match.Skill,
            Href = "/volunteers/matches/" + match.Id,
        };
}

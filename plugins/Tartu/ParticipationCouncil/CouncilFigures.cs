namespace Tartu.ParticipationCouncil;

/// <summary>Councils that were created; a planned or piloted one is not.</summary>
[ContributesTo("councils")]
internal sealed class CouncilsCreated(ParticipationCouncilDb db) : IIndicator
{
    public string Code => "participation-council.created";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from council in db.Councils
        where council.CreatedOn >= period.From && council.CreatedOn < period.Until
        select new Evidence { Id = council.Id, On = council.CreatedOn!.Value, Name = council.Name, Href = "/participation-council/" + council.Id };
}

internal sealed class CouncilMeetings(ParticipationCouncilDb db) : IIndicator
{
    public string Code => "participation-council.meetings";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from meeting in db.Meetings
        join council in db.Councils on meeting.CouncilId equals council.Id
        where meeting.Outcome != null && meeting.Day >= period.From && meeting.Day < period.Until
        select new Evidence { Id = meeting.Id, On = meeting.Day, Name = council.Name, PlanLine = meeting.PlanLine, Href = "/participation-council/meetings/" + meeting.Id };
}

internal sealed class ProposalsAnswered(ParticipationCouncilDb db) : IIndicator
{
    public string Code => "participation-council.answers";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from proposal in db.Proposals
        where proposal.AnsweredOn >= period.From && proposal.AnsweredOn < period.Until
        select new Evidence
        {
            Id = proposal.Id,
            On = proposal.AnsweredOn!.Value,
            Name = proposal.Title,
            Kind = "decision." + proposal.Decision.ToString(),
            Href = "/participation-council/proposals/" + proposal.Id,
        };
}

namespace Tallinn.IntegrationChamber.Inputs;

/// <summary>Meetings of the chamber that were held.</summary>
internal sealed class MeetingsHeld(IntegrationChamberDb db) : IIndicator
{
    public string Code => "integration-chamber.meetings";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from meeting in db.Meetings
        where meeting.Present != null && meeting.Day >= period.From && meeting.Day < period.Until
        select new Evidence { Id = meeting.Id, On = meeting.Day, Name = meeting.Topic, Href = "/integration-chamber/meetings/" + meeting.Id };
}

/// <summary>Changes that an input led to.</summary>
internal sealed class ChangesMade(IntegrationChamberDb db) : IIndicator
{
    public string Code => "integration-chamber.changes";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from input in db.Inputs
        where input.TakenBackOn == null && input.Outcome == Outcome.Changed && input.AnsweredOn >= period.From && input.AnsweredOn < period.Until
        select new Evidence { Id = input.Id, On = input.AnsweredOn!.Value, Href = "/integration-chamber/inputs/" + input.Id };
}

using Loim.Modules;

namespace Loim.Network.Meetings;

/// <summary>A meeting was held, and counted.</summary>
public sealed record MeetingHeld(Guid Meeting) : IFact;

/// <summary>Meetings of networks that were held.</summary>
[ContributesTo("networks", AsOne = true)]
internal sealed class MeetingsHeld(NetworkDb db) : IIndicator
{
    public string Code => "network.meetings";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) =>
        from meeting in db.Meetings
        where meeting.State == MeetingState.Held && meeting.Day >= period.From && meeting.Day < period.Until
        join network in db.Networks on meeting.NetworkId equals network.Id
        select new Evidence { Id = meeting.Id, On = meeting.Day, Name = network.Name, Kind = network.Name, PlanLine = network.PlanLine, Href = "/network/meetings/" + meeting.Id };
}

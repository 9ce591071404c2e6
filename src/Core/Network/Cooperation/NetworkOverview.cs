using Loim.Modules;
using Loim.Network.Meetings;
using Loim.Network.Meetings.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Loim.Network.Cooperation;

/// <summary>A network with its year: what was met, what is due.</summary>
internal sealed record NetworkOverview(CooperationNetwork Network, int Members, IReadOnlyList<Turn> Turns, int OpenTasks)
{
    public bool IsDue => Turns.Any(t => t.State is TurnState.Due);
    public int Missed => Turns.Count(t => t.State == TurnState.Missed);

    public static async Task<IReadOnlyList<NetworkOverview>> Of(NetworkDb db, DateOnly today)
    {
        var (year, networks) = (Period.Year(today.Year), await db.Networks.AsNoTracking().Include(n => n.Members).OrderBy(n => n.Name).ToListAsync());
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.Day >= year.From && m.Day < year.Until && m.State != MeetingState.Cancelled)
            .Select(m => new { m.NetworkId, m.Day, m.State }).ToListAsync();
        var tasks = await db.Decisions.Where(d => d.State == DecisionState.Open).GroupBy(d => d.NetworkId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);
        return [.. networks.Select(network =>
        {
            var own = meetings.Where(m => m.NetworkId == network.Id).ToLookup(m => m.State, m => m.Day);
            var turns = network.Meets ? network.Cadence.Of(today.Year, [.. own[MeetingState.Held]], [.. own[MeetingState.Planned]], today) : [];
            return new NetworkOverview(network, network.Members.Count(m => m.Until is null), turns, tasks.GetValueOrDefault(network.Id));
        })];
    }
}

using Loim.Events;
using Loim.People;

namespace Saaremaa.Volunteers.Matches;

/// <summary>Who helps whom in a demonstration: agreed, proposed and ended ones, and one at an event to come.</summary>
internal static class InventedMatches
{
    public static IEnumerable<Match> Of(IReadOnlyList<Volunteer> volunteers, IReadOnlyList<PersonCard> people, EventCard? coming, DateOnly today)
    {
        foreach (var (index, card) in people.Index())
        {
            var volunteer = volunteers[index % volunteers.Count];
            var proposed = Scenery.Workday(today.AddDays(-12 - 19 * index));
            var match = Match.WithPerson(volunteer.Id, card.Id, volunteer.Skills[0], index == 1 ? today.AddDays(-3) : proposed);
            if (index != 1) { match.Agree(proposed.AddDays(5), today); }
            if (index == 4) { match.End(today.AddDays(-10), today); }
            yield return match;
        }
        if (coming is not null) { yield return Match.AtEvent(volunteers[3].Id, coming.Id, "events", today); }
    }
}

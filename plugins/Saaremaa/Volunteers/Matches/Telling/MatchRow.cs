using Loim.Events;
using Loim.People;

namespace Saaremaa.Volunteers.Matches.Telling;

/// <summary>A match as pages show it.</summary>
/// <param name="Card">Null at an event, and where the viewer may not see the person.</param>
internal sealed record MatchRow(Match Match, Volunteer Volunteer, PersonCard? Card, EventCard? Event)
{
    /// <summary>As it was ended; who has left helps nobody, and an event lasts a day.</summary>
    public DateOnly? Until => Match.EndedOn ?? Volunteer.LeftOn ?? Event?.Day;

    public MatchState StateOn(DateOnly today) => Match.EndedOn is not null || Volunteer.LeftOn is not null || Event?.Day < today ? MatchState.Ended : Match.State;

    /// <summary>What goes on stands before what is over, the latest first.</summary>
    public static IQueryable<MatchRow> Of(VolunteersDb db, IQueryable<Match> matches) =>
        from match in matches
        join volunteer in db.Volunteers on match.VolunteerId equals volunteer.Id
        join card in db.Set<PersonCard>() on match.PersonId equals card.Id into cards
        from card in cards.DefaultIfEmpty()
        join held in db.Set<EventCard>() on match.EventId equals held.Id into events
        from held in events.DefaultIfEmpty()
        orderby match.EndedOn != null, match.ProposedOn descending, match.Id descending
        select new MatchRow(match, volunteer, card, held);
}

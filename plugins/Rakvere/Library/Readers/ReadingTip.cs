using Loim.Events;
using Rakvere.Library.Catalogues;

namespace Rakvere.Library.Readers;

/// <summary>The reading list of a café, as anyone may see it: the event is public, and who was there is not said.</summary>
internal sealed record ReadingTip(EventCard Held, string Language, IReadOnlyList<ReadingTitle> Titles)
{
    /// <summary>Those that have titles, the latest first.</summary>
    public static async Task<IReadOnlyList<ReadingTip>> Of(LibraryDb db, Guid? held, int most)
    {
        var found = await (from activity in db.Activities
                           join card in db.Set<EventCard>() on activity.EventId equals card.Id
                           where card.State != EventState.Cancelled && (held == null || card.Id == held) && db.Reading.Any(t => t.ActivityId == activity.Id)
                           orderby card.Day descending, card.Start descending
                           select new { activity.Id, activity.Language, Card = card }).AsNoTracking().Take(most).ToListAsync();
        var ids = found.ConvertAll(f => f.Id);
        var titles = (await db.Reading.AsNoTracking().Where(t => ids.Contains(t.ActivityId)).OrderBy(t => t.Name).ToListAsync()).ToLookup(t => t.ActivityId);
        return [.. found.Select(f => new ReadingTip(f.Card, f.Language, [.. titles[f.Id]]))];
    }
}

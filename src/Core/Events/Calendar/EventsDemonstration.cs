using Loim.Data;
using Loim.Events.Planning;
using Loim.Events.Recording;
using Loim.Modules;
using Loim.Programme;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Calendar;

/// <summary>A year's programme of a small town, a month and a half ahead of today; each of its kinds is on within a week, one of them today.</summary>
internal sealed class EventsDemonstration(EventsDb db, RecordedEvents events, Work work, Deployment deployment) : IDemonstration
{
    private const int DaysAhead = 45;

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup)
            .OrderBy(l => l.Position).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        foreach (var (turn, title) in InventedProgramme.Of(deployment.Id))
        {
            foreach (var day in Dates(turn, scenery))
            {
                var planned = Event.Draft(new()
                {
                    Kind = turn.Kind, Title = title.Estonian, Words = title.Words, Venue = title.Venue, Organiser = deployment.Municipality, HelpLanguages = ["uk", "ru"],
                    Day = day, Start = new(turn.Hour, 0), End = new(turn.Hour + 2, 0),
                    // Info hours are held by the specialists of other offices, and cost the plan nothing.
                    PlanLine = turn.Kind == EventKind.InfoHour ? null : line,
                });
                planned.Publish();
                db.Add(planned);
                if (day < scenery.Today) { events.Hold(planned, new(Around(turn.Newcomers, scenery.Random), Around(turn.Locals, scenery.Random))); }
            }
        }
    });

    private static IEnumerable<DateOnly> Dates(InventedProgramme.Turn turn, Scenery scenery)
    {
        var (next, step) = (scenery.Today.AddDays(((int)turn.Weekday - (int)scenery.Today.DayOfWeek + 7) % 7), 7 * turn.EveryWeeks);
        var behind = (next.DayNumber - new DateOnly(scenery.Year, 1, 8).DayNumber) / step;
        for (var day = next.AddDays(-behind * step); day < scenery.Today.AddDays(DaysAhead); day = day.AddDays(step)) { yield return day; }
    }

    private static int Around(int usual, Random random) => Math.Max(0, usual + random.Next(-usual / 2, usual / 2 + 1));
}

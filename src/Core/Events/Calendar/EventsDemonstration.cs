using Loim.Data;
using Loim.Modules;
using Loim.Programme;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Calendar;

/// <summary>A year's programme of a small town, up to a fortnight after today.</summary>
internal sealed class EventsDemonstration(EventsDb db, RecordedEvents events, Work work, Deployment deployment) : IDemonstration
{
    private static readonly (string Kind, string Title, string Venue, DayOfWeek On, int EveryWeeks, int Hour, int Newcomers, int Locals)[] Programme =
    [
        (EventKind.IntegrationCafe, "Lõimumiskohvik", "Kogukonnamaja saal", DayOfWeek.Thursday, 2, 17, 14, 6),
        (EventKind.InfoHour, "Infotund: töötukassa teenused", "Omavalitsuse saal", DayOfWeek.Wednesday, 6, 14, 9, 1),
        (EventKind.InfoHour, "Infotund: Tervisekassa ja perearst", "Omavalitsuse saal", DayOfWeek.Monday, 9, 15, 11, 0),
        (EventKind.IntegrationClub, "Naiste klubi", "Noortekeskus", DayOfWeek.Saturday, 4, 11, 8, 5),
        (EventKind.CultureEvent, "Rahvaste köök", "Kogukonnamaja köök", DayOfWeek.Saturday, 8, 13, 22, 17),
        (EventKind.OffsiteSeminar, "Väljasõit: Eesti ühiskond ja kombed", "Palmse mõis", DayOfWeek.Friday, 20, 10, 24, 4),
    ];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup)
            .OrderBy(l => l.Position).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        foreach (var (kind, title, venue, on, everyWeeks, hour, newcomers, locals) in Programme)
        {
            var first = new DateOnly(scenery.Year, 1, 8);
            for (var day = first.AddDays(((int)on - (int)first.DayOfWeek + 7) % 7); day < scenery.Today.AddDays(15); day = day.AddDays(7 * everyWeeks))
            {
                await events.Record(new NewEvent
                {
                    Kind = kind,
                    Title = title,
                    Day = day,
                    Start = new(hour, 0),
                    End = new(hour + 2, 0),
                    Venue = venue,
                    Organiser = deployment.Municipality,
                    PlanLine = line,
                    Attended = day < scenery.Today ? new(Around(newcomers, scenery.Random), Around(locals, scenery.Random)) : null,
                });
            }
        }
    });

    private static int Around(int usual, Random random) => Math.Max(0, usual + random.Next(-usual / 2, usual / 2 + 1));
}

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

    private static readonly Line[] Programme =
    [
        new(EventKind.IntegrationCafe, DayOfWeek.Thursday, 2, 17, "Kogukonnamaja saal", 14, 6,
            "Lõimumiskohvik", "Integration café", "Интеграционное кафе", "Інтеграційне кафе"),
        new(EventKind.InfoHour, DayOfWeek.Wednesday, 6, 14, "Volikogu saal", 9, 1,
            "Infotund: Töötukassa teenused", "Info hour: what Töötukassa offers", "Информационный час: услуги Töötukassa", "Інформаційна година: послуги Töötukassa"),
        new(EventKind.InfoHour, DayOfWeek.Monday, 9, 15, "Volikogu saal", 11, 0,
            "Infotund: ravikindlustus ja perearst", "Info hour: health insurance and the family doctor", "Информационный час: медицинская страховка и семейный врач", "Інформаційна година: медичне страхування й сімейний лікар"),
        new(EventKind.IntegrationClub, DayOfWeek.Saturday, 4, 11, "Noortekeskus", 8, 5,
            "Naiste klubi", "Women’s club", "Женский клуб", "Жіночий клуб"),
        new(EventKind.CultureEvent, DayOfWeek.Saturday, 8, 13, "Kogukonnamaja köök", 22, 17,
            "Rahvaste köök", "Kitchen of many peoples", "Кухня народов", "Кухня народів"),
        new(EventKind.OffsiteSeminar, DayOfWeek.Friday, 20, 10, "Mõisa seminarimaja", 24, 4,
            "Väljasõit: Eesti ühiskond ja kombed", "Day out: Estonian society and customs", "Выезд: эстонское общество и обычаи", "Виїзд: естонське суспільство та звичаї"),
    ];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup)
            .OrderBy(l => l.Position).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        foreach (var it in Programme)
        {
            foreach (var day in it.Dates(scenery))
            {
                // Info hours are held by the specialists of other offices, and cost the plan nothing.
                var planned = Event.Draft(it.On(day, deployment.Municipality, it.Kind == EventKind.InfoHour ? null : line));
                planned.Publish();
                db.Add(planned);
                if (day < scenery.Today) { events.Hold(planned, new(Around(it.Newcomers, scenery.Random), Around(it.Locals, scenery.Random))); }
            }
        }
    });

    private static int Around(int usual, Random random) => Math.Max(0, usual + random.Next(-usual / 2, usual / 2 + 1));

    private sealed record Line(string Kind, DayOfWeek Weekday, int EveryWeeks, int Hour, string Venue, int Newcomers, int Locals, string Title, string English, string Russian, string Ukrainian)
    {
        public IEnumerable<DateOnly> Dates(Scenery scenery)
        {
            var next = scenery.Today.AddDays(((int)Weekday - (int)scenery.Today.DayOfWeek + 7) % 7);
            var behind = (next.DayNumber - new DateOnly(scenery.Year, 1, 8).DayNumber) / (7 * EveryWeeks);
            for (var day = next.AddDays(-behind * 7 * EveryWeeks); day < scenery.Today.AddDays(DaysAhead); day = day.AddDays(7 * EveryWeeks)) { yield return day; }
        }

        public EventPlan On(DateOnly day, string organiser, Guid? line) => new()
        {
            Kind = Kind, Title = Title, Day = day, Start = new(Hour, 0), End = new(Hour + 2, 0), Venue = Venue, Organiser = organiser, PlanLine = line, HelpLanguages = ["uk", "ru"],
            Words = new Dictionary<string, EventWords> { ["en"] = new(English, null), ["ru"] = new(Russian, null), ["uk"] = new(Ukrainian, null) },
        };
    }
}

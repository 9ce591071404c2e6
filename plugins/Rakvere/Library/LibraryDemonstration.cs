using Loim.Events;
using Loim.Programme;

namespace Rakvere.Library;

/// <summary>A café every Tuesday of the school year.</summary>
internal sealed class LibraryDemonstration(LibraryDb db, CafeBook book, LibrarySettings settings, Deployment deployment, Work work) : IDemonstration
{
    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup)
            .OrderBy(l => l.Position).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        for (var day = FirstTuesday(scenery.Year); day < scenery.Today; day = day.AddDays(7))
        {
            if (day.Month is 7 or 8) { continue; }
            var heads = new Headcount(scenery.Random.Next(6, 17), scenery.Random.Next(2, 8));
            await book.Enter(new NewCafe
            {
                Day = day,
                Start = new(17, 30),
                End = new(19, 0),
                Room = settings.Room,
                Language = "et",
                Attended = heads,
                Returning = scenery.Random.Next(heads.Newcomers / 3, heads.Newcomers),
                PlanLine = line,
            });
        }
    });

    private static DateOnly FirstTuesday(int year)
    {
        var first = new DateOnly(year, 1, 8);
        return first.AddDays(((int)DayOfWeek.Tuesday - (int)first.DayOfWeek + 7) % 7);
    }
}

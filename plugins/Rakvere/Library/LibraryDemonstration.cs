using Loim.Events;
using Loim.Programme;
using Rakvere.Library.Activities;
using Rakvere.Library.Catalogues;
using Rakvere.Library.Catalogues.Collections;
using Rakvere.Library.Courses;
using Rakvere.Library.Courses.Learners;

namespace Rakvere.Library;

/// <summary>A café every Tuesday of the school year, a story evening now and then, a course that is over and one that runs, shelves and a
/// reading list.</summary>
internal sealed class LibraryDemonstration(LibraryDb db, ActivityBook activities, CourseBook courses, LibrarySettings settings, Deployment deployment, Work work) : IDemonstration
{
    private static readonly (string Name, string Language, string Level)[] Shelves =
        [("Lihtsad lood", "et", "A2"), ("Eesti keel algajale", "et", "A1"), ("Лёгкое чтение", "ru", "B1"), ("Читаємо вдома", "uk", "B1")];

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup)
            .OrderBy(l => l.Position).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        await work.Do(() => CommunityHouse(scenery, line));
        var over = Opened("Digioskused igapäevaeluks", new(scenery.Year, 3, 4), line);
        await work.Do(() =>
        {
            Enrol(scenery, over, "ru", finished: true);
            Enrol(scenery, Opened("Nutitelefon ja e-teenused", scenery.Today.AddDays(-13), line), "uk", finished: false);
        });
        await courses.Finish(over.Id, over.Until, new(15, 0), new(16, 30));
    }

    private async Task CommunityHouse(Scenery scenery, Guid? line)
    {
        var last = Guid.Empty;
        for (var day = FirstTuesday(scenery.Year); day < scenery.Today; day = day.AddDays(7))
        {
            if (day.Month is 7 or 8 || Scenery.Workday(day) != day) { continue; }
            last = await activities.Enter(Cafe(scenery, day) with { PlanLine = line });
            if (day.Day > 21) { await activities.Enter(StoryEvening(scenery, day.AddDays(-3)) with { PlanLine = line }); }
        }
        db.AddRange(Shelves.Select(s => new Collection { Name = s.Name, Language = s.Language, Level = s.Level }));
        db.AddRange(
            new ReadingTitle { ActivityId = last, Number = "demo-4", Name = "Esimesed eestikeelsed lood", Origin = "2021" },
            new ReadingTitle { ActivityId = last, Number = "demo-5", Name = "Räägime Rakverest: lihtsas keeles", Origin = "2023" });
    }

    private NewActivity Cafe(Scenery scenery, DateOnly day)
    {
        var (newcomers, locals) = (scenery.Random.Next(6, 17), scenery.Random.Next(2, 8));
        return new()
        {
            Kind = EventKind.LanguageCafe, Day = day, Start = new(17, 30), End = new(19, 0), Room = settings.Room, Language = "et", Partner = settings.Partner,
            Attended = new(newcomers, locals, scenery.Random.Next(newcomers / 3, newcomers)),
        };
    }

    private NewActivity StoryEvening(Scenery scenery, DateOnly day) => new()
    {
        Kind = EventKind.CultureEvent, Title = "Lugude õhtu", Day = day, Start = new(14, 0), End = new(16, 0), Room = settings.Room, Language = "et", Partner = settings.Partner,
        Attended = new(scenery.Random.Next(5, 14), scenery.Random.Next(8, 20)),
    };

    private Course Opened(string title, DateOnly from, Guid? line) => Course.Open(new(title, "et", settings.Room, from, from.AddDays(35), Places: 10, line));

    private void Enrol(Scenery scenery, Course course, string language, bool finished)
    {
        db.Add(course);
        for (var i = 0; i < 7; i++)
        {
            var known = scenery.Random.Next(1, 4);
            var learner = Learner.On(course.Id, i + 1, i % 3 == 2 ? "et" : language, i == 5, [.. DigitalSkills.All.Take(known)]);
            if (finished && i == 3) { learner.Leave(); }
            else if (finished) { learner.Check([.. DigitalSkills.All.Take(known + scenery.Random.Next(3))]); }
            db.Add(learner);
        }
    }

    private static DateOnly FirstTuesday(int year)
    {
        var first = new DateOnly(year, 1, 8);
        return first.AddDays(((int)DayOfWeek.Tuesday - (int)first.DayOfWeek + 7) % 7);
    }
}

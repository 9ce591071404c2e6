using Loim.Events;
using Loim.People;
using Saaremaa.Volunteers.Hours;
using Saaremaa.Volunteers.Matches;

namespace Saaremaa.Volunteers;

/// <summary>A small network of helpers on the island, one of whom has left, the hours they gave since spring, and whom they help; letters with links wait in the outbox.</summary>
internal sealed class VolunteersDemonstration(VolunteersDb db, HoursLetters letters, Work work) : IDemonstration
{
    private static readonly (string Name, string Mail, string Letters, string[] Languages, string[] Skills, int? CheckedDaysAgo)[] Known =
    [
        ("Aino Merivee", "aino", "et", ["et", "en"], ["language-friend", "children"], 96),
        ("Ruuben Pihelgas", "ruuben", "et", ["et", "ru"], ["translation", "crafts"], 158),
        ("Milvi Kadakane", "milvi", "et", ["et", "en"], ["errands", "sport"], null),
        ("Danylo Ostrivnyi", "danylo", "uk", ["uk", "ru", "et"], ["children", "events"], 41),
        ("Heljo Rannaväli", "heljo", "et", ["et", "en"], ["crafts", "transport"], 265),
        ("Tormi Laidoja", "tormi", "et", ["et", "ru"], ["sport", "language-friend"], 761),
        ("Yustyna Morska", "yustyna", "uk", ["uk", "ru", "et"], ["events", "translation"], 203),
        ("Salme Põldmetsa", "salme", "et", ["et", "ru", "en"], ["transport", "errands"], 340),
        ("Endel Kiviaed", "endel", "et", ["et"], ["transport", "sport"], 480),
    ];

    private static readonly int Gone = Known.Length - 1;

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var helping = new List<Volunteer>();
        foreach (var (index, it) in Known.Index())
        {
            var volunteer = new Volunteer
            {
                Name = new(it.Name),
                Email = new($"{it.Mail}@naide.example"),
                Languages = [.. it.Languages],
                Skills = [.. it.Skills],
                CheckedOn = it.CheckedDaysAgo is { } days ? Scenery.Workday(scenery.Today.AddDays(-days)) : null,
                Language = it.Letters,
            };
            db.Add(volunteer);
            if (it.Letters == "uk") { await letters.Send(volunteer); }
            if (index == Gone) { volunteer.Leave(new DateOnly(scenery.Year, 6, 12)); }
            else { helping.Add(volunteer); }
            for (var day = new DateOnly(scenery.Year, 3, 6).AddDays(3 * index); day < (volunteer.LeftOn ?? scenery.Today); day = day.AddDays(11 + 2 * index))
            {
                db.Add(new LoggedHours
                {
                    VolunteerId = volunteer.Id, Day = day, Hours = scenery.Random.Next(1, 5), Skill = volunteer.Skills[scenery.Random.Next(2)],
                    LoggedAt = Days.Instant(day, new(19, 0)),
                });
            }
        }
        var people = await db.Set<PersonCard>().AsNoTracking().OrderBy(c => c.Id).Take(6).ToListAsync(ct);
        var coming = await db.Set<EventCard>().AsNoTracking().Where(e => e.Day > scenery.Today && e.State == EventState.Published).OrderBy(e => e.Day).ThenBy(e => e.Id).FirstOrDefaultAsync(ct);
        db.AddRange(InventedMatches.Of(helping, people, coming, scenery.Today));
    });
}

using Saaremaa.Volunteers.Hours;

namespace Saaremaa.Volunteers;

/// <summary>A small network of helpers on the island, and the hours they gave since spring; a letter with a link waits in the outbox.</summary>
internal sealed class VolunteersDemonstration(VolunteersDb db, HoursLetters letters, Work work) : IDemonstration
{
    private static readonly string[] Names = ["Aino Merivee", "Ruuben Pihelgas", "Milvi Kadakane", "Danylo Ostrivnyi", "Heljo Rannaväli", "Tormi Laidoja", "Yustyna Morska", "Salme Põldmetsa"];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        foreach (var (index, name) in Names.Index())
        {
            var volunteer = new Volunteer
            {
                Name = new(name),
                Email = new($"abiline{index}@naide.example"),
                Languages = index % 4 == 3 || index == 6 ? ["uk", "ru", "et"] : index % 2 == 0 ? ["et", "en"] : ["et", "ru"],
                Skills = [Volunteer.AllSkills[index], Volunteer.AllSkills[(index + 3) % Volunteer.AllSkills.Count]],
                CheckedOn = index == 2 ? null : scenery.Today.AddMonths(-5 * index),
                Language = index % 4 == 3 || index == 6 ? "uk" : "et",
            };
            db.Add(volunteer);
            if (index == 3) { await letters.Send(volunteer); }
            for (var day = new DateOnly(scenery.Year, 3, 6).AddDays(3 * index); day < scenery.Today; day = day.AddDays(14 + 3 * index))
            {
                db.Add(new LoggedHours
                {
                    VolunteerId = volunteer.Id, Day = day, Hours = scenery.Random.Next(1, 5), Skill = volunteer.Skills[scenery.Random.Next(2)],
                    LoggedAt = Days.Instant(day, new(19, 0)),
                });
            }
        }
    });
}

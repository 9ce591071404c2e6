using Loim.Data;
using Loim.Events.Attendance;
using Loim.Events.Feedbacks;
using Loim.Events.Planning;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Registrations;

/// <summary>Events with seats: one that is full and has a waiting list, one with room, a draft that clashes, one that was held and looked back on.</summary>
internal sealed class RegistrationsDemonstration(EventsDb db, Registering registering, Attending attending, Reading reading, BlindIndex index, Work work, Deployment deployment, TimeProvider time) : IDemonstration
{
    private static readonly string[] Names = ["Olha", "Ivan", "Mari", "Dmytro", "Sofiia", "Aleksei", "Kateryna", "Jaan", "Natalia", "Omar", "Leila", "Pavlo"];
    private static readonly int[] Families = [2, 4, 1, 3, 1, 3, 2], Few = [1, 2, 1], Came = [2, 3, 1];

    private int firstName;

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        firstName = scenery.Random.Next(Names.Length);
        var cafe = FamilyCafe(scenery.Today.AddDays(8)) with { Capacity = 12 };
        var (full, roomy, held) = (Published(cafe), Published(JobHour(scenery.Today.AddDays(10))), Published(cafe with { Day = scenery.Today.AddDays(-13) }));
        await work.Do(() => db.AddRange(full, roomy, held, Event.Draft(ParentsCircle(scenery.Today.AddDays(10)))));
        // In a year that is over nobody registers any more.
        if (full.TakesRegistrations(time.GetUtcNow().UtcDateTime))
        {
            foreach (var (i, people) in Families.Index()) { await registering.Register(full.Id, Asked(scenery, i, people)); }
            foreach (var (i, people) in Few.Index()) { await registering.Register(roomy.Id, Asked(scenery, i + 3, people)); }
            foreach (var card in await db.Set<PersonCard>().OrderBy(p => p.Id).Skip(3).Take(2).ToListAsync(ct))
            {
                await registering.Register(roomy.Id, new(Guid.NewGuid(), [new(reading.Open(card.Id, card.Name), Age.Adult)], "uk") { Person = card.Id, Phone = "555 0100" });
            }
        }
        await LookBack(scenery, held);
    }

    private async Task LookBack(Scenery scenery, Event held)
    {
        var guests = new List<Guid>();
        await work.Do(() =>
        {
            foreach (var (i, people) in Came.Index())
            {
                var registration = Registration.Of(held.Id, i + 1, Asked(scenery, i, people), Days.Instant(held.Day.AddDays(-5), new(12, i)), index);
                registration.Seat();
                guests.AddRange(registration.Guests.Select(g => g.Id));
                db.Add(registration);
            }
            foreach (var (language, rating, comment) in new[] { ("uk", 5, "Дякую, дітям було цікаво."), ("ru", 4, "Хотелось бы чаще."), ("et", 5, null), ("en", 3, null) })
            {
                db.Add(new Feedback { EventId = held.Id, Language = language, Rating = rating, Comment = comment is null ? null : Secret.Of(comment) });
            }
        });
        await attending.Record(held.Id, [.. guests.Skip(1)], new(2, 3, 2));
    }

    private EventPlan FamilyCafe(DateOnly day) => new()
    {
        Kind = EventKind.LanguageCafe, Title = "Keelekohvik tervele perele", About = "Pool tundi mängime, pool tundi räägime lihtsas eesti keeles. Lapsed joonistavad samas saalis.",
        Words = new Dictionary<string, EventWords>
        {
            ["en"] = new("Language café for the whole family", "Half an hour of games, half an hour of talk in simple Estonian. Children draw in the same hall."),
            ["ru"] = new("Языковое кафе для всей семьи", "Полчаса играем, полчаса разговариваем на простом эстонском. Дети рисуют в том же зале."),
            ["uk"] = new("Мовне кафе для всієї родини", "Пів години граємо, пів години розмовляємо простою естонською. Діти малюють у тому ж залі."),
        },
        Day = day, Start = new(17, 30), End = new(19, 0), Venue = "Kogukonnamaja saal", Organiser = deployment.Municipality, HelpLanguages = ["uk", "en"],
    };

    private EventPlan ParentsCircle(DateOnly day) => FamilyCafe(day) with
    {
        Start = new(16, 0), End = new(18, 0), Title = "Vestlusring vanematele", About = null,
        Words = new Dictionary<string, EventWords> { ["en"] = new("Talking circle for parents", null), ["ru"] = new("Разговорный круг для родителей", null), ["uk"] = new("Розмовне коло для батьків", null) },
    };

    private EventPlan JobHour(DateOnly day) => new()
    {
        Kind = EventKind.InfoHour, Title = "Infotund: töö otsimine",
        Words = new Dictionary<string, EventWords>
        {
            ["en"] = new("Info hour: looking for work", null), ["ru"] = new("Информационный час: поиск работы", null), ["uk"] = new("Інформаційна година: пошук роботи", null),
        },
        Day = day, Start = new(16, 0), End = new(17, 30), Venue = "Volikogu saal", Organiser = deployment.Municipality, HelpLanguages = ["ru", "en"], Capacity = 20,
    };

    private static Event Published(EventPlan plan)
    {
        var it = Event.Draft(plan);
        it.Publish();
        return it;
    }

    private NewRegistration Asked(Scenery scenery, int i, int people)
    {
        var family = Enumerable.Range(0, people).Select(p => new NewGuest(Names[(firstName + i + p * 5) % Names.Length], p < 2 ? Age.Adult : p == 2 ? Age.Child : Age.SmallChild));
        return new(Guid.NewGuid(), [.. family], i % 2 == 0 ? "uk" : "et")
        {
            // Two families wrote an address: their letters wait in the outbox, where the links in them can be tried.
            Email = i is 0 or 5 ? $"pere{i}@naide.example" : null, Phone = $"555 000{i}", Needs = scenery.Random.Next(3) == 0 ? ["child-care"] : [], AreLocals = i == 2,
        };
    }
}

using Loim.Data;
using Loim.Modules;
using Loim.People.Register;

namespace Loim.People.Invented;

/// <summary>Invented persons. One in eight has a personal code, of a year in which nobody lives yet, and then no other birth date.</summary>
internal sealed class InventedPeople(PeopleDb db, Work work, BlindIndex index) : IDemonstration
{
    private const int Batch = 1000;
    private readonly InventedSurroundings surroundings = new(db);
    private readonly HashSet<string> codes = [];

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        for (var added = 0; added < scenery.People; added += Batch)
        {
            ct.ThrowIfCancellationRequested();
            await work.Do(() =>
            {
                for (var i = added; i < Math.Min(added + Batch, scenery.People); i++) { Add(Invent(scenery)); }
            });
            db.ChangeTracker.Clear();
        }
    }

    private void Add(Person person)
    {
        db.Add(person);
        work.Record(new PersonAdded(person.Id));
    }

    private Person Invent(Scenery scenery)
    {
        var (random, name) = (scenery.Random, InventedNames.Next(scenery.Random));
        var added = scenery.Moment();
        var person = new Person
        {
            Id = scenery.NewId(added),
            GivenName = new(name.Given),
            FamilyName = new(name.Family),
            OwnName = name.OwnName is { } own ? new Sealed<string>(own) : null,
            TargetGroup = name.Group,
            Language = name.Language,
            Phone = random.Next(2) == 0 ? new Sealed<string>($"+372000{random.Next(10_000):0000}") : null,
            Email = random.Next(3) == 0 ? new Sealed<string>($"person{random.Next(1_000_000)}@example.org") : null,
            ArrivedOn = random.Next(4) == 0 ? null : Days.DayOf(added).AddDays(-random.Next(900)),
            AddedAt = added,
        };
        if (random.Next(8) == 0) { person.Identify(null, Code(random), index); }
        else { person.Identify(new DateOnly(1955, 1, 1).AddDays(random.Next(50 * 365)), null, index); }
        Detail(person, random.Next(1000));
        surroundings.Add(person, scenery);
        return person;
    }

    private static void Detail(Person person, int chance)
    {
        person.Basis = (person.TargetGroup, person.Language) switch
        {
            (TargetGroup.Returnee, _) => StayBasis.Citizen,
            (_, SpokenLanguage.Ukrainian) => chance % 4 == 0 ? StayBasis.TemporaryPermit : StayBasis.TemporaryProtection,
            (TargetGroup.PersonOfOtherBackground, _) => StayBasis.LongTermPermit,
            _ => chance % 3 == 0 ? StayBasis.EuropeanUnion : StayBasis.TemporaryPermit,
        };
        person.Estonian = person.Language == SpokenLanguage.Estonian ? LanguageLevel.Native : chance % 3 == 0 ? null : (LanguageLevel)(chance % 4);
        person.Russian = person.Language == SpokenLanguage.Russian ? LanguageLevel.Native : null;
        person.Ukrainian = person.Language == SpokenLanguage.Ukrainian ? LanguageLevel.Native : null;
        person.English = person.Language == SpokenLanguage.English ? LanguageLevel.C1 : null;
        person.Channel = person.Phone is not null ? ContactChannel.Phone : person.Email is not null ? ContactChannel.Email : null;
        person.ContactConfirmedOn = person.Channel is null ? null : Days.DayOf(person.AddedAt);
    }

    private PersonalCode Code(Random random)
    {
        var first = $"{5 + random.Next(2)}{new DateOnly(2095, 1, 1).AddDays(random.Next(1800)):yyMMdd}{random.Next(1000):000}";
        return PersonalCode.TryParse($"{first}{PersonalCode.Check(first)}", out var code) && codes.Add(code.Text) ? code : Code(random);
    }
}

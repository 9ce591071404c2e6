using Loim.Modules;
using Loim.People.Consents;
using Loim.People.Households;
using Loim.People.Register;

namespace Loim.People.Invented;

/// <summary>What stands around invented persons: one in nine has children, one in five has agreed to something.</summary>
internal sealed class InventedSurroundings(PeopleDb db)
{
    private static readonly string[] Children = ["Udulill", "Tuulik", "Zoryslava", "Veselyna", "Rahwan", "Lumello"];

    private int number;

    public void Add(Person person, Scenery scenery)
    {
        number++;
        if (number % 9 == 0) { AddFamily(person, scenery); }
        if (number % 5 == 0) { AddConsent(person, ConsentPurpose.Sharing, withdrawn: number % 20 == 0); }
        if (number % 7 == 0) { AddConsent(person, ConsentPurpose.News, withdrawn: false); }
    }

    private void AddFamily(Person person, Scenery scenery)
    {
        var household = scenery.NewId(person.AddedAt);
        db.Add(HouseholdMember.Of(household, person.Id, Relation.Contact, person.AddedAt));
        for (var i = 0; i <= number % 3; i++)
        {
            var born = scenery.Today.AddDays(-(400 + (number * 37 + i * 911) % 5500));
            db.Add(HouseholdMember.Child(household, Children[(number + i) % Children.Length], born, Relation.Child, scenery.Today, person.AddedAt)!);
        }
    }

    private void AddConsent(Person person, ConsentPurpose purpose, bool withdrawn)
    {
        var consent = new Consent
        {
            PersonId = person.Id, Purpose = purpose, Wording = Consent.CurrentWording, GivenAt = person.AddedAt, GivenTo = "Juhtumikorraldaja",
            Language = person.Language switch { SpokenLanguage.Ukrainian => "uk", SpokenLanguage.Russian => "ru", SpokenLanguage.Estonian => "et", _ => "en" },
        };
        if (withdrawn) { consent.Withdraw(person.AddedAt.AddDays(1), consent.GivenTo); }
        db.Add(consent);
    }
}

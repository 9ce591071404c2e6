using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Cases.Enquiries;

public sealed class FigureTests
{
    private static Task<List<Evidence>> Evidence(TestHouse house, Viewer viewer, string code) => house.As(viewer, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(Period.Quarter(2025, 3)).OrderBy(e => e.Id).ToListAsync());

    [Fact]
    public async Task Visits_services_and_persons_are_counted_from_the_same_rows()
    {
        await using var house = Desk.House();
        var person = Crowd.Person("Marichka", "Dolynna");
        await house.Add(person);
        await house.Add(
            Desk.Enquiry(Desk.Said("advice", "registry") with { Person = person.Id }),
            Desk.Enquiry(Desk.Said("advice") with { Person = person.Id }),
            Desk.Enquiry(Desk.Said("way")),
            Desk.Enquiry(Desk.Said("advice") with { Day = new DateOnly(2025, 6, 30) }));
        var visits = await Evidence(house, Viewer.House, "cases.visits");
        visits.Count.ShouldBe(3);
        visits.Select(v => v.Href!.ToLowerInvariant()).ShouldBe(visits.Select(v => $"/cases/enquiries/{v.Id}"));
        (await Evidence(house, Viewer.House, "cases.persons")).Select(e => e.Person).Where(p => p is not null).Distinct().ShouldBe([person.Id]);
        var services = await Evidence(house, Viewer.House, "cases.services");
        services.GroupBy(s => s.Kind).ToDictionary(g => g.Key!, g => g.Count())
            .ShouldBe(new Dictionary<string, int> { ["service.advice"] = 2, ["service.registry"] = 1, ["service.way"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_may_not_see_them_gets_no_evidence_while_the_figure_stays_true()
    {
        await using var house = Desk.House();
        await house.Add(Desk.Enquiry(Desk.Said("advice")), Desk.Enquiry(Desk.Said("advice"), "NGO"), Desk.Enquiry(Desk.Said("advice"), "City"));
        (await Evidence(house, Desk.Adviser("NGO"), "cases.visits")).Count.ShouldBe(1);
        (await Evidence(house, Desk.Adviser("NGO"), "cases.services")).Count.ShouldBe(1);
        (await Evidence(house, Desk.Adviser(null), "cases.visits")).Count.ShouldBe(1);
        (await Evidence(house, TestHouse.Somebody("library.read"), "cases.services")).ShouldBeEmpty();
        (await Evidence(house, Viewer.House, "cases.services")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Erasing_a_person_empties_note_and_name_and_changes_no_figure()
    {
        await using var house = Desk.House();
        var person = Crowd.Person("Marichka", "Dolynna");
        await house.Add(person);
        await house.Add(Desk.Enquiry(Desk.Said("advice") with { Person = person.Id, Note = "of her own" }));
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
        {
            foreach (var data in s.GetServices<IPersonalData>()) { await data.Erase(person.Id, default); }
        }));
        (await Evidence(house, Viewer.House, "cases.persons")).Single().Person.ShouldBe(person.Id);
        house.Scalar<int>("SELECT count(*) FROM cases_enquiries WHERE Note IS NOT NULL").ShouldBe(0);
        house.Scalar<int>("SELECT count(*) FROM people_people WHERE fold <> '' OR FamilyName <> '' OR GivenName <> ''").ShouldBe(0);
        house.Scalar<int>("SELECT count(*) FROM people_cards").ShouldBe(0);
    }

    [Fact]
    public async Task What_is_held_on_a_person_can_be_taken_along()
    {
        await using var house = Desk.House();
        var person = Crowd.Person("Marichka", "Dolynna", "Марічка Долинна");
        await house.Add(person);
        await house.Add(Desk.Enquiry(Desk.Said("advice") with { Person = person.Id, Note = "of her own" }));
        var records = await house.As(Viewer.House, async s =>
        {
            var all = new List<PersonalRecord>();
            foreach (var data in s.GetServices<IPersonalData>())
            {
                await foreach (var record in data.Export(person.Id, default)) { all.Add(record); }
            }
            return all;
        });
        records.Select(r => r.Section).Where(s => s != "audit").ShouldBe(["person", "enquiry"], ignoreOrder: true);
        records.Single(r => r.Section == "person").Values["own-name"].ShouldBe("Марічка Долинна");
        records.Single(r => r.Section == "enquiry").Values["note"].ShouldBe("of her own");
    }
}

using System.Net;
using AngleSharp.Dom;
using Loim.Access;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Loim.People.Households;
using Loim.People.Merging;
using Loim.People.Register;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People;

public sealed class HouseholdTests(PeopleHouse people) : IClassFixture<PeopleHouse>
{
    private const string Manager = "people.read,people.write";

    [Fact]
    public void A_child_is_a_member_until_the_day_they_come_of_age()
    {
        var (today, at) = (new DateOnly(2025, 9, 15), new DateTime(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc));
        HouseholdMember.Child(Guid.NewGuid(), "Laps", new(2007, 9, 16), Relation.Child, today, at).ShouldNotBeNull();
        HouseholdMember.Child(Guid.NewGuid(), "Laps", new(2007, 9, 15), Relation.Child, today, at).ShouldBeNull();
    }

    [Fact]
    public async Task A_family_is_put_together_on_the_page_and_a_reader_sees_that_there_is_a_child_but_not_who()
    {
        var (mother, father) = await Two();
        using var browser = people.Open("en", Manager);
        var path = $"/people/{mother}/household";
        using var adult = await browser.Post(await browser.Page(path), path, "adult", ("Person", $"{father}"), ("Relation", "Partner"));
        adult.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var child = await browser.Post(await browser.Page(path), path, "child", ("Name", "Zoryana Zahublena"), ("Born", "3.2.2018"), ("Relation", "Child"));
        child.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = (await browser.Page($"/people/{father}")).Body!.TextContent;
        page.ShouldContain("Zoryana Zahublena");
        page.ShouldContain("contact person");
        using var reader = people.Open("en", "people.read");
        page = (await reader.Page($"/people/{father}")).Body!.TextContent;
        page.ShouldNotContain("Zoryana");
        page.ShouldContain("1 child whose details are closed to you");
    }

    [Fact]
    public async Task A_childs_details_are_set_right_and_what_they_were_is_kept_for_the_person()
    {
        var (mother, stranger) = await Two();
        await people.House.As(Viewer.House, s => s.GetRequiredService<Households>().AddChild(mother, "Zorana Zahublena", new(2018, 2, 3), Relation.Relative));
        using var browser = people.Open("en", Manager);
        var page = await browser.Page($"/people/{mother}");
        var path = page.QuerySelector($"a[href^='/people/{mother}/household/']")!.GetAttribute("href")!;
        var form = await browser.Page(path);
        (form.QuerySelector("#child-Name")!.GetAttribute("value"), form.QuerySelector("#child-Born")!.GetAttribute("value")).ShouldBe(("Zorana Zahublena", "03.02.2018"));
        using var grown = await browser.Post(form, path, "child", ("Name", "Zoryana"), ("Born", "15.09.2007"), ("Relation", "Child"));
        (await Browser.Read(grown)).GetElementById("child-Born-error").ShouldNotBeNull();
        using var saved = await browser.Post(form, path, "child", ("Name", "Zoryana Zahublena"), ("Born", "3.2.2018"), ("Relation", "Child"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Page($"/people/{mother}")).Body!.TextContent.ShouldContain("Zoryana Zahublena");
        var before = await people.House.As(Viewer.House, async s =>
        {
            var data = s.GetServices<IPersonalData>().Single(d => d.GetType().Namespace == typeof(PeopleDb).Namespace);
            return await data.Export(mother, default).Select(r => r.Values.GetValueOrDefault("correction.before")).Where(b => b is not null).ToListAsync();
        });
        before.ShouldBe(["child.name: Zorana Zahublena", "child.relation: Relative"], ignoreOrder: true);
        people.House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Action = 'change' AND What LIKE 'people_household_members {path.Split('/')[^1].ToUpperInvariant()}%Name%'").ShouldBe(1);
        people.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE Detail LIKE '%Zorana%' OR What LIKE '%Zorana%'").ShouldBe(0);

        await browser.Page(path.Replace($"{mother}", $"{stranger}"), HttpStatusCode.NotFound);
        using var reader = people.Open("en", "people.read");
        await reader.Page(path, HttpStatusCode.Forbidden);
        await people.House.As(Viewer.House, s => s.GetRequiredService<IPersonRecords>().Restrict(mother, "vaidlustab"));
        using var refused = await browser.Post(await browser.Page(path), path, "child", ("Name", "Muu"), ("Born", "3.2.2018"), ("Relation", "Child"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Nobody_lives_in_two_households_and_who_left_can_be_taken_back()
    {
        var (one, other) = await Two();
        var (third, _) = await Two();
        await people.House.As(Viewer.House, async s =>
        {
            var households = s.GetRequiredService<Households>();
            (await households.Add(one, other, Relation.Partner)).ShouldBeTrue();
            (await households.Add(third, other, Relation.Relative)).ShouldBeFalse();
            var member = s.GetRequiredService<PeopleDb>().HouseholdMembers.Single(m => m.PersonId == other).Id;
            await households.Leave(member);
            (await households.Of(other)).ShouldBeNull();
            await households.Return(member);
            (await households.Of(other)).ShouldBe(await households.Of(one));
        });
    }

    [Fact]
    public async Task Children_are_forgotten_with_the_last_adult_and_not_before()
    {
        var (one, other) = await Two();
        await people.House.As(Viewer.House, async s =>
        {
            var (households, db) = (s.GetRequiredService<Households>(), s.GetRequiredService<PeopleDb>());
            await households.Add(one, other, Relation.Partner);
            await households.AddChild(one, "Laps", new(2019, 1, 1), Relation.Child);
            var household = await households.Of(one);
            var data = s.GetServices<IPersonalData>().Single(d => d.GetType().Namespace == typeof(PeopleDb).Namespace);
            await s.GetRequiredService<Work>().Do(() => data.Erase(one, default));
            db.HouseholdMembers.Count(m => m.HouseholdId == household).ShouldBe(2);
            await s.GetRequiredService<Work>().Do(() => data.Erase(other, default));
            db.HouseholdMembers.Count(m => m.HouseholdId == household).ShouldBe(0);
        });
    }

    [Fact]
    public async Task A_household_stays_when_the_record_under_which_it_stood_is_merged_into_another()
    {
        var (kept, duplicate) = await Two();
        await people.House.As(Viewer.House, async s =>
        {
            await s.GetRequiredService<Households>().AddChild(duplicate, "Oleksa Zahublena", new(2019, 1, 1), Relation.Child);
            (await s.GetRequiredService<Aliases>().Merge(kept, duplicate)).ShouldBeTrue();
        });
        using var browser = people.Open("en", Manager);
        (await browser.Page($"/people/{kept}")).Body!.TextContent.ShouldContain("Oleksa Zahublena");
    }

    [Fact]
    public async Task Whoever_has_left_learns_nothing_of_a_child_that_came_later_and_nobody_joins_one_whose_data_are_restricted()
    {
        var (stays, leaves) = await Two();
        await people.House.As(Viewer.House, async s =>
        {
            var (households, db) = (s.GetRequiredService<Households>(), s.GetRequiredService<PeopleDb>());
            await households.Add(stays, leaves, Relation.Partner);
            await households.AddChild(stays, "Vanem Laps", new(2019, 1, 1), Relation.Child);
            people.House.Clock.Advance(TimeSpan.FromMinutes(1));
            await households.Leave(db.HouseholdMembers.Single(m => m.PersonId == leaves).Id);
            people.House.Clock.Advance(TimeSpan.FromMinutes(1));
            await households.AddChild(stays, "Salajane Laps", new(2024, 2, 1), Relation.Child);
        });
        (await Own(leaves)).ShouldBe(["Vanem Laps"]);
        (await Own(stays)).ShouldBe(["Vanem Laps", "Salajane Laps"], ignoreOrder: true);

        using var browser = people.Open("en", Manager);
        var path = $"/people/{stays}/household";
        await people.House.As(Viewer.House, s => s.GetRequiredService<IPersonRecords>().Restrict(stays, "vaidlustab"));
        using var refused = await browser.Post(await browser.Page(path), path, "child", ("Name", "Kolmas Laps"), ("Born", "3.2.2020"), ("Relation", "Child"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        Task<List<string?>> Own(Guid person) => people.House.As(Viewer.House, async s =>
        {
            var data = s.GetServices<IPersonalData>().Single(d => d.GetType().Namespace == typeof(PeopleDb).Namespace);
            return await data.Export(person, default).Select(r => r.Values.GetValueOrDefault("name")).Where(name => name is not null).ToListAsync();
        });
    }

    private async Task<(Guid, Guid)> Two()
    {
        Person[] two = [Crowd.Person("Orysia", "Zahublena"), Crowd.Person("Taras", "Zahublenyi")];
        await people.House.Add(two);
        return (two[0].Id, two[1].Id);
    }
}

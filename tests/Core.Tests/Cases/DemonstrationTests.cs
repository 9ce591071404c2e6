using Loim.Access;
using Loim.Cases.Invented;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Loim.People.Invented;
using Loim.People.Register;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Cases;

public sealed class DemonstrationTests
{
    private static async Task<TestHouse> Invented(int seed, int people = 60)
    {
        var house = Desk.House();
        await house.As(Viewer.House, async s =>
        {
            var scenery = new Scenery(people, 2025, Desk.Today, new Random(seed));
            foreach (var module in s.GetServices<IDemonstration>().Where(m => m is InventedPeople or InventedEnquiries))
            {
                await module.Add(scenery, default);
            }
        });
        return house;
    }

    private static string Print(TestHouse house) => house.Scalar<string>("""
        SELECT group_concat(line, char(10)) FROM (
            SELECT Id || fold || coalesce(Phone, '') || coalesce(BirthDate, '') || AddedAt AS line FROM people_people
            UNION ALL SELECT Id || Day || Channel || coalesce(Minutes, '') || Services || Topics || coalesce(PersonId, '') || coalesce(SentTo, '') FROM cases_enquiries
            ORDER BY 1)
        """);

    [Fact]
    public async Task The_same_seed_gives_the_same_data_and_another_seed_other_data()
    {
        await using var one = await Invented(7);
        await using var two = await Invented(7);
        await using var other = await Invented(8);
        Print(one).ShouldBe(Print(two));
        Print(other).ShouldNotBe(Print(one));
    }

    [Fact]
    public async Task Work_lies_in_the_year_up_to_today_and_every_enquiry_has_a_service()
    {
        await using var house = await Invented(1);
        house.Scalar<int>("SELECT count(*) FROM people_people").ShouldBe(60);
        house.Scalar<int>("SELECT count(*) FROM cases_enquiries").ShouldBe(310);
        house.Scalar<string>("SELECT min(Day) FROM cases_enquiries").ShouldBeGreaterThanOrEqualTo("2025-01-01");
        house.Scalar<string>("SELECT max(Day) FROM cases_enquiries").ShouldBeLessThanOrEqualTo("2025-09-15");
        house.Scalar<int>("SELECT count(*) FROM cases_enquiries WHERE json_array_length(Services) = 0").ShouldBe(0);
        house.Scalar<int>("SELECT count(*) FROM cases_enquiries WHERE Outcome <> 'Referred' AND SentTo IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public async Task Codes_are_of_years_in_which_nobody_lives_and_only_some_have_one()
    {
        await using var house = await Invented(1, people: 200);
        house.Scalar<int>("SELECT count(*) FROM people_people WHERE CodeIndex IS NOT NULL").ShouldBeInRange(10, 60);
        house.Scalar<int>("SELECT count(*) FROM people_people WHERE CodeIndex IS NOT NULL AND BirthDate IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public void Names_are_of_four_kinds_and_Cyrillic_ones_bring_their_Latin_form()
    {
        var random = new Random(3);
        var people = Enumerable.Range(0, 300).Select(_ => InventedNames.Next(random)).ToList();
        people.Count(p => p.OwnName is not null).ShouldBeInRange(100, 200);
        people.ShouldContain(p => p.Family.StartsWith("al-"));
        people.ShouldContain(p => p.Given.Contains('Õ') || p.Family.Contains('õ'));
        people.ShouldAllBe(p => p.Given.Length > 0 && p.Given.Length <= Person.MaxName && !p.Given.Any(c => c >= 'а' && c <= 'я'));
    }
}

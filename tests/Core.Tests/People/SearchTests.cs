using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.People;
using Loim.People.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People;

public sealed class SearchTests
{
    private static Task<int> Count(TestHouse house, string text) => house.As(TestHouse.Somebody("people.read"), s =>
    {
        var db = s.GetRequiredService<PeopleDb>();
        var found = db.Find("people_people", text);
        return db.People.CountAsync(p => found.Contains(p.Id));
    });

    [Theory]
    [InlineData("mar dol")]
    [InlineData("DOLYNNA")]
    [InlineData("ynn")]
    [InlineData("Мар")]
    [InlineData("долинна марічка")]
    [InlineData("Dolinna")]
    [InlineData("do mari")]
    public async Task A_person_of_two_scripts_is_found_by_either(string text)
    {
        await using var house = TestHouse.With();
        await house.Add(Crowd.Person("Marichka", "Dolynna", "Марічка Долинна"), Crowd.Person("Peeter", "Põldsepp-Näide"));
        (await Count(house, text)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_an_erased_name_no_three_letters_stay_in_the_index()
    {
        await using var house = TestHouse.With();
        var person = Crowd.Person("Qzxvkbn", "Wqyjfhx");
        await house.Add(person, Crowd.Person("Mari", "Maasikas"));
        Blocks().ShouldBePositive("the scan finds what is there");
        await house.As(TestHouse.Somebody("people.read", "people.write"), s => s.GetRequiredService<Work>().Do(async () => (await s.GetRequiredService<PeopleDb>().People.SingleAsync(p => p.Id == person.Id)).Erase(house.Clock.GetUtcNow().UtcDateTime)));
        (await Count(house, "qzxvkbn")).ShouldBe(0);
        Blocks().ShouldBe(0);

        int Blocks() => house.Scalar<int>("SELECT count(*) FROM people_people_trigrams_data WHERE instr(block, CAST('yjf' AS BLOB)) > 0");
    }

    [Theory]
    [InlineData("põl")]
    [InlineData("pol")]
    [InlineData("ÕLD")]
    [InlineData("sepp-nai")]
    [InlineData("o'con")]
    [InlineData("oconnez")]
    [InlineData("Григорий")]
    [InlineData("Hryhorii")]
    [InlineData("Мария")]
    [InlineData("mariya")]
    [InlineData("Li Wu")]
    public async Task Marks_case_and_the_passports_spelling_do_not_matter(string text)
    {
        await using var house = TestHouse.With();
        await house.Add(Crowd.Person("Peeter", "Põldsepp-Näide"), Crowd.Person("Änn", "O’Connež-Šuslik"), Crowd.Person("Grigori", "Vymyslov"),
            Crowd.Person("Marija", "Skladova"), Crowd.Person("Wu", "Li"));
        (await Count(house, text)).ShouldBe(1);
    }

    [Theory]
    [InlineData("mar\" OR \"dol")]
    [InlineData("' OR 1=1 --")]
    [InlineData("mar*")]
    [InlineData("NEAR(mar dol)")]
    [InlineData("Fold:marichka")]
    [InlineData("<b>mar</b>")]
    [InlineData("mar\0\"")]
    [InlineData("mar ^ ( ) { } \\ % _ ? aaa bbb ccc ddd eee fff ggg hhh iii jjj")]
    public async Task The_query_language_of_the_index_is_plain_text_to_us(string text)
    {
        await using var house = TestHouse.With();
        await house.Add(Crowd.Person("Marichka", "Dolynna"));
        (await Count(house, text)).ShouldBe(0);
    }

    [Theory]
    [InlineData("ma", false)]
    [InlineData(" m a ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("mar", true)]
    [InlineData("до мар", true)]
    [InlineData("li wu", true)]
    public void Three_letters_are_enough_to_search(string? text, bool enough) => Trigrams.CanFind(text).ShouldBe(enough);

    [Fact]
    public async Task The_index_follows_a_change_an_erasure_and_a_vacuum()
    {
        await using var house = TestHouse.With();
        var person = Crowd.Person("Marichka", "Dolynna");
        await house.Add(Crowd.Person("Peeter", "Näide"), person, Crowd.Person("Anna", "Teine"));
        await house.As(Viewer.House, async s =>
        {
            var found = await s.GetRequiredService<PeopleDb>().People.SingleAsync(p => p.Id == person.Id);
            await s.GetRequiredService<Work>().Do(() => found.FamilyName = new Sealed<string>("Hirnenko"));
        });
        (await Count(house, "dolynna")).ShouldBe(0);
        (await Count(house, "hirnen")).ShouldBe(1);
        house.Scalar<int>("DELETE FROM people_people WHERE fold LIKE 'naide%'; VACUUM; SELECT 1");
        (await Count(house, "hirnen")).ShouldBe(1);
        (await Count(house, "naide")).ShouldBe(0);
        (await Count(house, "teine")).ShouldBe(1);
    }

    [Fact]
    public async Task A_search_finds_nothing_for_those_who_may_not_read_people()
    {
        await using var house = TestHouse.With();
        await house.Add(Crowd.Person("Marichka", "Dolynna"));
        var seen = await house.As(TestHouse.Somebody("events.read"), s => s.GetRequiredService<PeopleDb>().People.CountAsync());
        seen.ShouldBe(0);
    }
}

using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.People.Register;
using Loim.People.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People;

public sealed class PersonTests
{
    [Theory]
    [InlineData("+37255512345", "+37255512345")]
    [InlineData("5551234", "+3725551234")]
    [InlineData("555 12 345", "+37255512345")]
    [InlineData("0037255512345", "+37255512345")]
    [InlineData("+380 (44) 123-45-67", "+380441234567")]
    [InlineData("555123", null)]
    [InlineData("+372 555123", null)]
    [InlineData("call me", null)]
    [InlineData("5551234 or 5", null)]
    [InlineData("", null)]
    public void A_telephone_number_is_kept_in_one_form(string typed, string? kept) => Phone.Normal(typed).ShouldBe(kept);

    [Fact]
    public async Task A_birth_date_that_the_code_denies_changes_nothing()
    {
        await using var house = TestHouse.With();
        var index = house.Services.GetRequiredService<BlindIndex>();
        PersonalCode.TryParse("59501010017", out var code).ShouldBeTrue();
        var person = Crowd.Person("Marichka", "Dolynna");
        person.Identify(new DateOnly(1988, 3, 2), code, index).ShouldBeFalse();
        (person.BirthDate, person.CodeIndex).ShouldBe((null, null));
        person.Identify(new DateOnly(2095, 1, 1), code, index).ShouldBeTrue();
        person.CodeIndex.ShouldBe(index.Of("59501010017"));
    }

    [Theory]
    [InlineData("Marichka", "Dolynna", null)]
    [InlineData("dolynna", "MARICHKA", null)]
    [InlineData("Марічка", "Долинна", null)]
    [InlineData("Somebody", "Else", "Марічка Долинна")]
    [InlineData("Marichka", "Newname", "1988-03-02")]
    public async Task The_same_name_in_any_order_and_script_or_half_of_it_on_the_same_birth_date_is_alike(string given, string family, string? more)
    {
        await using var house = TestHouse.With();
        var index = house.Services.GetRequiredService<BlindIndex>();
        var person = Crowd.Person("Marichka", "Dolynna", "Марічка Долинна");
        person.Identify(new DateOnly(1988, 3, 2), null, index);
        await house.Add(person, Crowd.Person("Marichka", "Someone"));
        var born = DateOnly.TryParse(more, out var day) ? day : (DateOnly?)null;
        var alike = await house.As(TestHouse.Somebody("events.read"), s =>
            s.GetRequiredService<Duplicates>().Like(given, family, born is null ? more : null, born));
        alike.ShouldBe([person.Id]);
    }

    [Fact]
    public async Task A_personal_code_and_a_telephone_find_their_person_and_stay_unreadable_in_the_file()
    {
        await using var house = TestHouse.With();
        var index = house.Services.GetRequiredService<BlindIndex>();
        PersonalCode.TryParse("59501010017", out var code).ShouldBeTrue();
        var person = Crowd.Person("Marichka", "Dolynna");
        person.Identify(null, code, index);
        person.Phone = new(Phone.Normal("5551234")!);
        await house.Add(person, Crowd.Person("Peeter", "Teine"));
        await house.As(TestHouse.Somebody("people.read"), s =>
        {
            var db = s.GetRequiredService<Loim.People.PeopleDb>();
            db.Matching("59501010017", index).Select(p => p.Id).ToList().ShouldBe([person.Id]);
            db.Matching("555 1234", index).Select(p => p.Id).ToList().ShouldBe([person.Id]);
            db.Matching("59501010388", index).ShouldBeEmpty();
            return Task.CompletedTask;
        });
        house.Scalar<int>("SELECT count(*) FROM people_people WHERE Code LIKE '%5950%' OR CodeIndex LIKE '%5950%'").ShouldBe(0);
    }
}

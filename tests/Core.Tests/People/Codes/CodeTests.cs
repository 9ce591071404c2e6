using System.Net;
using Loim.Access;
using Loim.Data;
using Loim.People;
using Loim.People.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People.Codes;

/// <summary>A personal code is seen whole by those alone who may, and each time it is written down.</summary>
public sealed class CodeTests(PeopleHouse people) : IClassFixture<PeopleHouse>
{
    [Fact]
    public async Task It_is_masked_and_shown_whole_on_a_page_of_its_own_that_leaves_a_row_in_the_audit()
    {
        var person = await Added("59501010017");
        using var writer = people.Open("et", "people.read,people.write");
        foreach (var path in new[] { $"/people/{person}", $"/people/{person}/edit" })
        {
            var html = (await writer.Page(path)).DocumentElement.OuterHtml;
            html.ShouldContain(PersonalCode.Mask);
            html.ShouldNotContain("59501010017");
        }
        (await writer.Get($"/people/{person}/code")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var sees = people.Open("et", "people.read,people.write,people.see-code");
        (await sees.Page($"/people/{person}/edit")).DocumentElement.OuterHtml.ShouldNotContain("59501010017", customMessage: "nobody needs it whole to change a telephone");
        (await sees.Page($"/people/{person}/code")).Body!.TextContent.ShouldContain("59501010017");
        people.House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Page = 'GET /people/{person}/code' AND Person IS NOT NULL AND Action = 'read'").ShouldBe(1);
    }

    [Theory]
    [InlineData(PersonalCode.Mask, "59501010388")]
    [InlineData("69501015198", "69501015198")]
    [InlineData("", null)]
    public async Task Behind_the_mask_it_stays_and_another_one_or_none_takes_its_place(string typed, string? kept)
    {
        await Forget("59501010388", "69501015198");
        var person = await Added("59501010388");
        using var writer = people.Open("et", "people.read,people.write");
        var path = $"/people/{person}/edit";
        using var saved = await writer.Post(await writer.Page(path), path, "person", ("Given", "Mari"), ("Family", "Maasikas"), ("Group", "NewImmigrant"), ("Language", "Ukrainian"), ("Code", typed));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CodeOf(person)).ShouldBe(kept);
    }

    [Fact]
    public async Task A_flipped_bit_is_unreadable_and_the_page_answers()
    {
        var person = await Added("59501012238");
        var stored = people.House.Scalar<string>($"SELECT \"Code\" FROM people_people WHERE \"Id\" = '{Id(person)}'");
        using var browser = people.Open("et", "people.read,people.write,people.see-code");
        foreach (var at in Enumerable.Range(0, stored.Length).Where(i => i % 7 == 0))
        {
            var flipped = stored[..at] + (char)(stored[at] ^ 1) + stored[(at + 1)..];
            Execute($"UPDATE people_people SET \"Code\" = '{flipped.Replace("'", "''")}' WHERE \"Id\" = '{Id(person)}'");
            (await browser.Page($"/people/{person}")).Body!.TextContent.ShouldContain("loetamatu", Case.Insensitive, $"bit of character {at}");
        }
        (await browser.Page($"/people/{person}/code")).Body!.TextContent.ShouldContain("loetamatu", Case.Insensitive);
        await browser.Page($"/people/{person}/edit");
    }

    private async Task<Guid> Added(string text)
    {
        var person = Crowd.Person("Mari", "Maasikas");
        PersonalCode.TryParse(text, out var code).ShouldBeTrue();
        person.Identify(null, code, people.House.Services.GetRequiredService<BlindIndex>());
        await people.House.Add(person);
        return person.Id;
    }

    private Task Forget(params string[] codes)
    {
        foreach (var code in codes) { Execute($"UPDATE people_people SET \"Code\" = NULL, \"CodeIndex\" = NULL WHERE \"CodeIndex\" = '{people.House.Services.GetRequiredService<BlindIndex>().Of(code)}'"); }
        return Task.CompletedTask;
    }

    private Task<string?> CodeOf(Guid person) => people.House.As(Viewer.House, async s =>
        await s.GetRequiredService<PeopleDb>().People.Where(p => p.Id == person).Select(p => p.Code).SingleAsync() is { } code
            ? s.GetRequiredService<Reading>().Open(person, code, Person.CodePlace(person)) : null);

    private static string Id(Guid person) => person.ToString().ToUpperInvariant();

    private void Execute(string sql)
    {
        using var connection = people.House.Store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

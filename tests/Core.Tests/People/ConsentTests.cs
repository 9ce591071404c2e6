using System.Net;
using AngleSharp.Dom;
using Loim.Access;
using Loim.Modules;
using Loim.People;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People;

public sealed class ConsentTests(PeopleHouse people) : IClassFixture<PeopleHouse>
{
    [Fact]
    public async Task A_consent_stands_from_the_moment_it_is_recorded_until_it_is_withdrawn_and_both_stay_written()
    {
        var person = Crowd.Person("Orysia", "Zahublena");
        await people.House.Add(person);
        using var browser = people.Open("en", "people.read,people.write");
        var path = $"/people/{person.Id}/consents/Sharing";
        var page = await browser.Page(path);
        page.QuerySelector("blockquote[lang=uk]")!.TextContent.ShouldContain("Я погоджуюся");
        using var silent = await browser.Post(page, path, "consent", ("Language", "uk"));
        silent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody agrees by silence");
        (await Stands(person.Id)).ShouldBeFalse();
        using var given = await browser.Post(page, path, "consent", ("Language", "uk"), ("Agrees", "true"));
        (await Stands(person.Id)).ShouldBeTrue();
        page = await browser.Page($"/people/{person.Id}");
        page.Body!.TextContent.ShouldContain("wording 2025-1, language: Ukrainian");
        using var withdrawn = await browser.Post(page, $"/people/{person.Id}", "consents", ("withdraw", "Sharing"));
        (await Stands(person.Id)).ShouldBeFalse();
        (await browser.Page($"/people/{person.Id}")).Body!.TextContent.ShouldContain("withdrawn 15.09.2025");
        people.House.Scalar<int>($"SELECT count(*) FROM house_facts WHERE Type LIKE '%Consent%' AND Json LIKE '%{person.Id}%'").ShouldBe(2);
    }

    [Fact]
    public async Task One_purpose_is_not_another_and_a_reader_changes_none()
    {
        var person = Crowd.Person("Taras", "Zahublenyi");
        await people.House.Add(person);
        await people.House.As(Viewer.House, s => s.GetRequiredService<IConsents>().Give(person.Id, ConsentPurpose.News, "et"));
        (await Stands(person.Id)).ShouldBeFalse();
        using var reader = people.Open("en", "people.read");
        (await reader.Get($"/people/{person.Id}/consents/Sharing")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var tried = await reader.Post(await reader.Page($"/people/{person.Id}"), $"/people/{person.Id}", "consents", ("withdraw", "News"));
        (await people.House.As(Viewer.House, s => s.GetRequiredService<IConsents>().Stands(person.Id, ConsentPurpose.News))).ShouldBeTrue();
    }

    [Fact]
    public async Task Own_data_taken_along_hold_the_consents_and_erasing_removes_them()
    {
        var person = Crowd.Person("Zoryana", "Zahublena");
        await people.House.Add(person);
        await people.House.As(Viewer.House, async s =>
        {
            await s.GetRequiredService<IConsents>().Give(person.Id, ConsentPurpose.Story, "ru");
            var data = s.GetServices<IPersonalData>().Single(d => d.GetType().Namespace == typeof(PeopleDb).Namespace);
            var records = await data.Export(person.Id, default).ToListAsync();
            records.Single(r => r.Section == "consents").Values["consent.purpose"].ShouldBe("Story");
            await s.GetRequiredService<Loim.Data.Work>().Do(() => data.Erase(person.Id, default));
        });
        people.House.Scalar<int>($"SELECT count(*) FROM people_consents WHERE PersonId = '{person.Id.ToString().ToUpperInvariant()}'").ShouldBe(0);
    }

    private Task<bool> Stands(Guid person) => people.House.As(Viewer.House, s => s.GetRequiredService<IConsents>().Stands(person, ConsentPurpose.Sharing));
}

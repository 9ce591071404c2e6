using System.Net;
using AngleSharp.Dom;
using Loim.Access;
using Loim.Cases.Enquiries;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Loim.People;
using Loim.People.Merging;
using Loim.People.Register;
using Loim.Programme.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People;

public sealed class MergeTests(DeskHouse desk) : IClassFixture<DeskHouse>
{
    private const string Manager = "people.read,people.write,people.merge,cases.read,cases.write";
    private static readonly Period Year = new(new(2025, 1, 1), new(2026, 1, 1));

    [Fact]
    public async Task Two_records_are_compared_merged_found_as_one_and_parted_again()
    {
        var (kept, duplicate) = await Two("Topeltova");
        using var browser = desk.Open("en", Manager);
        var path = $"/people/{kept}/merge?with={duplicate}";
        var page = await browser.Page(path);
        page.QuerySelector("table")!.TextContent.ShouldContain("differs");
        using var merged = await browser.Post(page, path, "merging", ("Kept", $"{kept}"));
        merged.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await browser.Page("/people?q=topeltova");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(1, "found by the duplicate's name, shown once");
        page.QuerySelector("tbody a")!.GetAttribute("href").ShouldBe($"/people/{kept}");
        using var led = await browser.Get($"/people/{duplicate}");
        led.Headers.Location!.ToString().ShouldEndWith($"/people/{kept}");
        page = await browser.Page($"/people/{kept}");
        page.QuerySelector(".notice")!.TextContent.ShouldContain("Test Tester");
        using var undone = await browser.Post(page, $"/people/{kept}", "merged", ("part", $"{duplicate}"));
        (await browser.Page($"/people/{duplicate}")).QuerySelector("h1")!.TextContent.ShouldContain("Topeltova");
        desk.House.Scalar<int>($"SELECT count(*) FROM people_aliases WHERE Id = '{duplicate.ToString().ToUpperInvariant()}'").ShouldBe(0);
    }

    [Fact]
    public async Task The_other_record_is_looked_for_among_those_on_record_without_this_one()
    {
        var (kept, duplicate) = await Two("Kaksikova");
        using var browser = desk.Open("en", Manager);
        var path = $"/people/{kept}/merge";
        using var answer = await browser.Post(await browser.Page(path), path, "choice", ("Person", "Kaksikova"), ("step", "find:Person:"));
        (await Browser.Read(answer)).QuerySelectorAll(".suggest button").Select(b => b.GetAttribute("value")).ShouldNotContain($"choose:Person:{kept}");
        (await Browser.Read(answer)).QuerySelector(".suggest button[value^=new]").ShouldBeNull("nobody is added in order to be merged");
    }

    [Fact]
    public async Task Work_under_both_records_is_shown_counted_for_one_person_and_taken_along_together()
    {
        var (kept, duplicate) = await Two();
        await desk.House.Add(Desk.Enquiry(Desk.Said("advice") with { Person = kept }), Desk.Enquiry(Desk.Said("registry") with { Person = duplicate }));
        var before = await Persons();
        await Merge(kept, duplicate);
        (await Persons()).ShouldBe(before - 1);
        using var browser = desk.Open("en", Manager);
        var page = await browser.Page($"/people/{kept}");
        page.QuerySelectorAll(".thread").ShouldHaveSingleItem("a section is shown once").QuerySelectorAll("li").Length.ShouldBe(2);
        using var officer = desk.Open("en", "data-protection.rights");
        using var own = await officer.Get($"/data-protection/people/{kept}/own-data.json");
        var json = await own.Content.ReadAsStringAsync();
        json.ShouldContain("registry");
        json.ShouldContain("Dublova");
        await desk.House.As(Viewer.House, s => s.GetRequiredService<Aliases>().Part(duplicate));
        (await Persons()).ShouldBe(before);
    }

    [Fact]
    public async Task A_module_that_has_nothing_says_so_once_however_many_records_were_merged()
    {
        var (kept, duplicate) = await Two();
        await Merge(kept, duplicate);
        using var browser = desk.Open("en", Manager + ",cases.casework");
        var text = (await browser.Page($"/people/{kept}")).QuerySelector("main")!.TextContent;
        foreach (var empty in new[] { "has made no enquiries yet", "has no case that you may see" }) { text.Split(empty).Length.ShouldBe(2, empty); }
        await desk.House.OpenCase(Casework.Manager(), duplicate);
        (await browser.Page($"/people/{kept}")).QuerySelectorAll("a[href^='/cases/']:has(+ .tag)").ShouldHaveSingleItem("what lies on the other record");
    }

    [Fact]
    public async Task Cards_of_other_modules_show_the_person_who_stands_for_both()
    {
        var (kept, duplicate) = await Two();
        await Merge(kept, duplicate);
        var cards = await desk.House.As(Viewer.House, s =>
            s.GetRequiredService<Loim.Cases.CasesDb>().Set<PersonCard>().Where(c => c.Id == kept || c.Id == duplicate).ToListAsync());
        cards.Count.ShouldBe(2);
        cards.ShouldAllBe(c => c.Person == kept && c.Name == cards[0].Name);
    }

    [Fact]
    public async Task A_consent_under_either_record_stands_and_a_withdrawal_ends_it_under_both()
    {
        var (kept, duplicate) = await Two();
        await Merge(kept, duplicate);
        await desk.House.As(Viewer.House, async s =>
        {
            var consents = s.GetRequiredService<IConsents>();
            await consents.Give(duplicate, ConsentPurpose.Sharing, "uk");
            (await consents.Stands(kept, ConsentPurpose.Sharing)).ShouldBeTrue();
            await consents.Withdraw(kept, ConsentPurpose.Sharing);
            (await consents.Stands(duplicate, ConsentPurpose.Sharing)).ShouldBeFalse();
        });
    }

    [Fact]
    public async Task What_is_merged_already_is_not_merged_again_so_that_every_undo_restores_what_was()
    {
        var (kept, duplicate) = await Two();
        var (third, _) = await Two();
        await Merge(kept, duplicate);
        await desk.House.As(Viewer.House, async s =>
        {
            var aliases = s.GetRequiredService<Aliases>();
            (await aliases.Merge(third, duplicate)).ShouldBeFalse();
            (await aliases.Merge(third, kept)).ShouldBeFalse();
            (await aliases.Merge(duplicate, third)).ShouldBeFalse();
            (await aliases.Merge(third, third)).ShouldBeFalse();
            (await aliases.Merge(kept, third)).ShouldBeTrue();
            (await aliases.Of(third)).ShouldBe([kept, duplicate, third]);
        });
    }

    private Task<bool> Merge(Guid kept, Guid duplicate) => desk.House.As(Viewer.House, s => s.GetRequiredService<Aliases>().Merge(kept, duplicate));

    private Task<long?> Persons() => desk.House.As(Viewer.House, async s =>
        (await s.GetRequiredService<Figures>().Of(Year)).Single(f => f.Code == "cases.persons").Value);

    private async Task<(Guid Kept, Guid Duplicate)> Two(string other = "Dublova")
    {
        Person[] two = [Crowd.Person("Marichka", "Odnova"), Crowd.Person("Marichka", other)];
        await desk.House.Add(two);
        return (two[0].Id, two[1].Id);
    }
}

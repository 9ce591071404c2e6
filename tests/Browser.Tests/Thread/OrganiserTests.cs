using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

[Collection(TownCollection.Name)]
public sealed class OrganiserTests(Town town)
{
    [Fact]
    public async Task Records_a_language_cafe_with_its_attendance()
    {
        await using var visit = await town.Visit(Role.Organiser);
        await visit.RecordCafe(newcomers: 11, locals: 4);
        await visit.Go("/library/activities");
        (await visit.Page.Locator("table tbody tr").First.InnerTextAsync()).ShouldContain("14.09.2025", customMessage: "in the morning it is last evening’s");
        visit.TakeTroubles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_no_person_and_no_enquiry_in_the_menu()
    {
        await using var visit = await town.Visit(Role.Organiser);
        await visit.Go("/");
        var links = await visit.Page.Locator("header a, nav a, main a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        links.ShouldContain("/library/activities");
        links.ShouldNotContain(href => href.StartsWith("/people") || href.StartsWith("/cases") || href.StartsWith("/mental-health"));
        (await visit.Page.Locator("form[action='/people']").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/people?q=sol")]
    [InlineData("/people/new")]
    [InlineData("/cases/enquiries")]
    [InlineData("/cases/enquiries/new")]
    [InlineData("/mental-health")]
    [InlineData("/mental-health/referred")]
    [InlineData("/programme/plan")]
    [InlineData("/administration/modules")]
    [InlineData("/accounts")]
    public async Task Is_told_that_a_page_is_closed(string path)
    {
        await using var visit = await town.Visit(Role.Organiser);
        (await visit.Go(path)).ShouldBe(403);
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1);
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.Cases;

public sealed class CasePageTests(DeskHouse desk) : IClassFixture<DeskHouse>
{
    private const string Manager = "people.read,people.write,cases.casework,cases.read,cases.write";

    private async Task<(Browser Browser, string Case)> Opened(string given = "Orysia", string family = "Zahublena")
    {
        var person = Crowd.Person(given, family);
        await desk.House.Add(person);
        var browser = desk.Open("en", Manager);
        var path = $"/cases/new?person={person.Id}";
        using var answer = await browser.Post(await browser.Page(path), path, "case", ("Person", $"{person.Id}"), ("Reason", "Needs a flat"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (browser, new Uri(new Uri("http://house"), answer.Headers.Location!).AbsolutePath);
    }

    [Fact]
    public async Task A_case_is_opened_from_the_persons_page_and_stands_in_ones_own_list()
    {
        var (browser, path) = await Opened("Olena", "Spyskova");
        using (browser)
        {
            var page = await browser.Page(path);
            page.QuerySelector("h1")!.TextContent.ShouldBe("Olena Spyskova");
            page.QuerySelector(".stages [aria-current=step]")!.TextContent.ShouldBe("New");
            page.Body!.TextContent.ShouldContain("Needs a flat");
            (await browser.Page("/cases")).QuerySelector("tbody")!.TextContent.ShouldContain("Olena Spyskova");
            var person = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/people/", StringComparison.Ordinal));
            (await browser.Page(person)).QuerySelector($"a[href='{path}']").ShouldNotBeNull();
            using var again = await browser.Post(await browser.Page("/cases/new"), "/cases/new", "case", ("Person", person[8..]), ("Reason", "Twice"));
            (await Browser.Read(again)).GetElementById("case-Person-error")!.TextContent.ShouldContain("open case");
        }
    }

    [Fact]
    public async Task It_is_closed_with_an_outcome_and_opened_again()
    {
        var (browser, path) = await Opened();
        using (browser)
        {
            using var without = await browser.Post(await browser.Page($"{path}/close"), $"{path}/close", "close", ("Ending", "found one"));
            (await Browser.Read(without)).GetElementById("close-Outcome-error").ShouldNotBeNull();
            using var closed = await browser.Post(await browser.Page($"{path}/close"), $"{path}/close", "close", ("Outcome", "GoalsReached"), ("Ending", "found one"));
            var page = await browser.Page(path);
            page.QuerySelector(".stages [aria-current=step]")!.TextContent.ShouldBe("Closed");
            page.Body!.TextContent.ShouldContain("found one");
            using var reopened = await browser.Post(page, path, "reopen");
            (await browser.Page(path)).QuerySelector(".stages [aria-current=step]")!.TextContent.ShouldBe("New");
        }
    }

    [Fact]
    public async Task A_case_that_is_not_to_be_seen_is_not_there()
    {
        var (browser, path) = await Opened();
        browser.Dispose();
        using var other = desk.Open("en", "people.read,cases.read");
        foreach (var door in new[] { path, $"{path}/close", "/cases", "/cases/new" })
        {
            using var answer = await other.Get(door);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        using var without = desk.Open("en", Manager);
        using var workload = await without.Get("/cases/workload");
        workload.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await without.Page($"/cases/{Guid.CreateVersion7()}", HttpStatusCode.NotFound)).ShouldBeAssignableTo<IHtmlDocument>();
    }
}

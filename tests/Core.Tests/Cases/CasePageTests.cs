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
            using var silent = await browser.Post(await browser.Page($"{path}/reopen"), $"{path}/reopen", "reopen");
            (await Browser.Read(silent)).GetElementById("reopen-Reason-error").ShouldNotBeNull();
            using var reopened = await browser.Post(await browser.Page($"{path}/reopen"), $"{path}/reopen", "reopen", ("Reason", "lost it again"));
            page = await browser.Page(path);
            page.QuerySelector(".stages [aria-current=step]")!.TextContent.ShouldBe("New");
            foreach (var kept in new[] { "Goals reached", "found one", "Reopened by", "lost it again" }) { page.Body!.TextContent.ShouldContain(kept); }
        }
    }

    [Fact]
    public async Task Needs_are_assessed_again_and_the_change_is_seen()
    {
        var (browser, path) = await Opened();
        using (browser)
        {
            using var nothing = await browser.Post(await browser.Page($"{path}/assess"), $"{path}/assess", "assessment", ("Day", "15.09.2025"));
            (await Browser.Read(nothing)).GetElementById("assessment-Language-error").ShouldNotBeNull();
            using var wrong = await browser.Post(await browser.Page($"{path}/assess"), $"{path}/assess", "assessment", ("Work", "5"), ("Day", "15.09.2025"));
            (await Browser.Read(wrong)).GetElementById("assessment-Work-error").ShouldNotBeNull();
            using var first = await browser.Post(await browser.Page($"{path}/assess"), $"{path}/assess", "assessment", ("Work", "1"), ("Health", "3"), ("Day", "15.09.2025"));
            var again = await browser.Page($"{path}/assess");
            again.QuerySelector("input[name=Work][checked]")!.GetAttribute("value").ShouldBe("1");
            using var second = await browser.Post(again, $"{path}/assess", "assessment", ("Work", "3"), ("Health", "2"), ("Day", "15.09.2025"));
            var page = await browser.Page(path);
            page.QuerySelectorAll("svg.change").Length.ShouldBe(2);
            page.Body!.TextContent.ShouldContain("1 → 3");
            page.QuerySelectorAll("svg.change.worse").Length.ShouldBe(1);

            using var undone = await browser.Post(await browser.Page($"{path}/assess"), $"{path}/assess", "undo");
            page = await browser.Page(path);
            page.Body!.TextContent.ShouldNotContain("1 → 3", customMessage: "the second one was a mistake");
            page.QuerySelectorAll("svg.change").Length.ShouldBe(2, "the first one stands");
            (await browser.Page($"{path}/assess")).QuerySelector("input[name=_handler][value=undo]").ShouldNotBeNull();
            using var colleague = desk.Open("en", Guid.NewGuid(), null, Manager.Split(','));
            (await colleague.Page($"{path}/assess")).QuerySelector("input[name=_handler][value=undo]").ShouldBeNull("it is not theirs");
        }
    }

    [Fact]
    public async Task A_plan_has_goals_and_steps_that_are_done_and_undone()
    {
        var (browser, path) = await Opened();
        using (browser)
        {
            (string, string)[] typed = [("Goal", "Speaks Estonian"), ("Domain", "Language"), ("Step", "Language café"), ("Doer", "Client"), ("Due", "20.09.2025")];
            using var late = await browser.Post(await browser.Page($"{path}/plan"), $"{path}/plan", "plan", [.. typed[..^1], ("Due", "14.09.2025")]);
            (await Browser.Read(late)).GetElementById("plan-Due-error").ShouldNotBeNull();
            using var saved = await browser.Post(await browser.Page($"{path}/plan"), $"{path}/plan", "plan", [.. typed, ("next", "1")]);
            var next = new Uri(new Uri("http://house"), saved.Headers.Location!).PathAndQuery;
            using var second = await browser.Post(await browser.Page(next), next, "plan", ("Step", "Course A1"), ("Doer", "Institution"), ("Due", "30.09.2025"));
            var page = await browser.Page(path);
            page.QuerySelectorAll("button[name=step-done]").Length.ShouldBe(2);
            (await browser.Page("/")).Body!.TextContent.ShouldContain("Language café", customMessage: "it is due within a week");
            var change = page.QuerySelector($"a[href^='{path}/steps/']")!.GetAttribute("href")!;
            (await browser.Page(change)).QuerySelector("#step-Step")!.GetAttribute("value").ShouldBe("Language café");
            using var changed = await browser.Post(await browser.Page(change), change, "step", ("Step", "Language club"), ("Doer", "Together"), ("Due", "01.10.2025"));
            changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await browser.Page(path)).Body!.TextContent.ShouldContain("Language club");
            var goal = (await browser.Page(path)).QuerySelector($"a[href^='{path}/goals/']")!.GetAttribute("href")!;
            (await browser.Page(goal)).QuerySelector("#goal-Goal")!.GetAttribute("value").ShouldBe("Speaks Estonian");
            using var worded = await browser.Post(await browser.Page(goal), goal, "goal", ("Goal", "Understands Estonian"), ("Domain", ""));
            page = await browser.Page(path);
            page.QuerySelector("main")!.TextContent.ShouldContain("Understands Estonian");
            using var done = await browser.Post(page, path, "steps", ("step-done", page.QuerySelector("button[name=step-done]")!.GetAttribute("value")!));
            page = await browser.Page(path);
            page.QuerySelector(".stages [aria-current=step]")!.TextContent.ShouldBe("In progress");
            (await browser.Page(goal)).QuerySelector("input[name=_handler][value=drop]").ShouldBeNull("something was done for the goal");
            var left = page.QuerySelectorAll($"a[href^='{path}/steps/']").ShouldHaveSingleItem("what is done is not changed any more").GetAttribute("href")!;
            using var removed = await browser.Post(await browser.Page(left), left, "remove");
            (await browser.Get(left)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            page = await browser.Page(path);
            using var undone = await browser.Post(page, path, "steps", ("step-undone", page.QuerySelector("button[name=step-undone]")!.GetAttribute("value")!));
            page = await browser.Page(path);
            using var dropped = await browser.Post(await browser.Page(goal), goal, "drop");
            (await browser.Page(path)).QuerySelectorAll("button[name=step-done]").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_note_is_kept_encrypted_and_taken_back_on_the_same_day()
    {
        var (browser, path) = await Opened();
        using (browser)
        {
            using var saved = await browser.Post(await browser.Page(path), path, "note", ("Text", "Cannot sleep at night"), ("Level", "Author"));
            var page = await browser.Page(path);
            page.Body!.TextContent.ShouldContain("Cannot sleep at night");
            desk.House.Scalar<int>("SELECT count(*) FROM cases_notes WHERE Text LIKE '%sleep%'").ShouldBe(0);
            using var undone = await browser.Post(page, path, "undo-note", ("undo", page.QuerySelector("button[name=undo]")!.GetAttribute("value")!));
            (await browser.Page(path)).Body!.TextContent.ShouldNotContain("Cannot sleep at night");
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

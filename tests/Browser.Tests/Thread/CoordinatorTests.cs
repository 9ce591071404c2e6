using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

[Collection(TownCollection.Name)]
public sealed class CoordinatorTests(Town town)
{
    [Fact]
    public async Task Finds_in_the_quarter_what_was_just_recorded()
    {
        await using var coordinator = await town.Visit(Role.Coordinator);
        var (visits, services, people) = (await coordinator.Figure("cases.visits"), await coordinator.Figure("cases.services"), await coordinator.Figure("events.participants"));

        await using var manager = await town.Visit(Role.CaseManager);
        await manager.LogEnquiry("information", "application", "digital");
        await using var organiser = await town.Visit(Role.Organiser);
        await organiser.RecordCafe(newcomers: 9, locals: 3);

        (await coordinator.Figure("cases.visits")).ShouldBe(visits + 1);
        (await coordinator.Figure("cases.services")).ShouldBe(services + 3);
        (await coordinator.Figure("events.participants")).ShouldBe(people + 12);
    }

    [Fact]
    public async Task Counts_a_person_once_however_often_they_came()
    {
        await using var manager = await town.Visit(Role.CaseManager);
        await manager.AddPerson("Zoreslava", "Odynokyi");
        var person = manager.Page.Url.Split('/')[^1];
        await using var coordinator = await town.Visit(Role.Coordinator);
        var before = await coordinator.Figure("cases.persons");
        foreach (var _ in new[] { 1, 2 })
        {
            await manager.Go($"/cases/enquiries/new?person={person}");
            await manager.Choose("Services", "advice");
            await manager.Choose("Language", "Ukrainian");
            await manager.Choose("Minutes", "30");
            await manager.Choose("Outcome", "Solved");
            (await manager.Submit("enquiry")).ShouldBe(200);
        }
        (await coordinator.Figure("cases.persons")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Opens_each_figure_onto_its_evidence()
    {
        await using var visit = await town.Visit(Role.Coordinator);
        await visit.Go("/programme/quarters/2025-Q3");
        var doors = await visit.Page.Locator("a.fig").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]");
        doors.Length.ShouldBeGreaterThan(10);
        foreach (var door in doors) { (await visit.Go(door)).ShouldBe(200, door); }
    }

    [Fact]
    public async Task Sees_that_sessions_were_held_and_that_they_are_closed_to_her()
    {
        await using var visit = await town.Visit(Role.Coordinator);
        var sessions = await visit.Figure("mental-health.sessions");
        sessions.ShouldBeGreaterThan(0);
        await visit.Press(".figures a[href^='/programme/evidence/mental-health.sessions?']");
        (await visit.Page.Locator("main .notice").InnerTextAsync()).ShouldContain($"{sessions}");
        (await visit.Page.Locator("main tbody tr").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Sees_planned_and_spent_for_each_of_the_thirteen_lines()
    {
        await using var visit = await town.Visit(Role.Coordinator);
        await visit.Go("/programme/quarters/2025-Q3");
        var shown = (await visit.Text()).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        shown.ShouldContain("82 037,77");
        (await visit.Page.Locator("section table tbody tr:has(td.number:not(:text-is('–')))").CountAsync()).ShouldBeGreaterThanOrEqualTo(9);
    }
}

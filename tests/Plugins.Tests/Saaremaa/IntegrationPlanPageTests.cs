using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saaremaa.IntegrationPlan;

namespace Loim.Plugins.Tests.Saaremaa;

public sealed class IntegrationPlanHouse() : WebHouse(new IntegrationPlanModule());

/// <summary>A plan from the talk to the person's own copy.</summary>
public sealed class IntegrationPlanPageTests(IntegrationPlanHouse house) : IClassFixture<IntegrationPlanHouse>
{
    private const string Maker = "people.read,people.write,integration-plan.write";

    [Fact]
    public async Task A_plan_is_made_a_step_added_done_and_taken_back()
    {
        using var maker = house.Open("et", Maker);
        var plan = await Make(maker);
        var form = await maker.Page(plan + "/steps/new");
        using var both = await maker.Post(form, plan + "/steps/new", "step", ("What", "Helistan"), ("Doer", "Person"), ("Due", "20.9.2025"));
        both.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(both)).GetElementById("step-NewGoal-error").ShouldNotBeNull();
        using var added = await maker.Post(form, plan + "/steps/new", "step", ("NewGoal", "Leian töö"), ("What", "Helistan töötukassasse"), ("Doer", "Person"), ("Due", "20.9.2025"));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        var page = await maker.Page(plan);
        page.QuerySelector("h3")!.TextContent.ShouldBe("Leian töö");
        var step = page.QuerySelector<IHtmlButtonElement>("button[name=done]")!.Value;
        (await maker.Page("/")).QuerySelector("main")!.TextContent.ShouldContain("Helistan töötukassasse");
        (await maker.Page("/integration-plan")).QuerySelector("tbody")!.TextContent.ShouldContain("0 / 1 tehtud");
        var who = page.QuerySelector(".facts a")!.GetAttribute("href")!;
        (await maker.Page(who)).QuerySelector($"a[href$='{plan[^36..]}']")!.TextContent.ShouldContain("15.09.2025");
        using var reader = house.Open("et", "people.read,integration-plan.read");
        (await reader.Page("/integration-plan/all")).QuerySelector($"tbody a[href$='{plan[^36..]}']").ShouldNotBeNull();
        foreach (var (mark, expected) in new[] { ("done", "tehtud 15.09.2025"), ("reopen", "tähtpäev 20.09.2025") })
        {
            using var marked = await maker.Post(page, plan, "steps", (mark, step));
            marked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            page = await maker.Page(plan);
            page.QuerySelector(".todo li")!.TextContent.ShouldContain(expected);
            page.QuerySelectorAll(".todo .tag.good").Length.ShouldBe(expected.StartsWith("tehtud", StringComparison.Ordinal) ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_step_is_changed_and_the_goal_goes_with_its_last_step()
    {
        using var maker = house.Open("et", Maker);
        var plan = await Make(maker);
        using var added = await maker.Post(await maker.Page(plan + "/steps/new"), plan + "/steps/new", "step", ("NewGoal", "Leian tõõ"), ("What", "Helistan"), ("Doer", "Person"), ("Due", "20.9.2025"));
        var step = (await maker.Page(plan)).QuerySelectorAll("a").Single(a => a.TextContent == "Muuda").GetAttribute("href")!;
        var form = await maker.Page(step);
        form.QuerySelector<IHtmlInputElement>("#step-Goal")!.Value.ShouldBe("Leian tõõ");
        using var changed = await maker.Post(form, step, "step", ("Goal", "Leian töö"), ("What", "Kirjutan avalduse"), ("Doer", "Partner"), ("Due", "30.9.2025"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await changed.Content.ReadAsStringAsync());
        var page = await maker.Page(plan);
        page.QuerySelector("h3")!.TextContent.ShouldBe("Leian töö");
        page.QuerySelector(".todo li")!.TextContent.ShouldContain("partner, tähtpäev 30.09.2025");
        using var removed = await maker.Post(await maker.Page(step), step, "remove");
        (await maker.Page(plan)).QuerySelector(".todo").ShouldBeNull();
        (await maker.Get(step)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_asked_is_nothing_saved_and_what_was_typed_stays()
    {
        using var maker = house.Open("et", Maker);
        var form = await maker.Page("/integration-plan/new");
        using var answer = await maker.Post(form, "/integration-plan/new", "plan", ("Who", ""), ("Copy", "uk"), ("Review", "15.9.2025"), ("Work", "Kokk"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Read(answer);
        page.GetElementById("plan-Who-error").ShouldNotBeNull();
        page.GetElementById("plan-Review-error").ShouldNotBeNull();
        page.GetElementById("plan-Work")!.TextContent.ShouldBe("Kokk");
    }

    [Fact]
    public async Task The_persons_link_opens_their_copy_in_their_language_until_it_is_ended()
    {
        using var maker = house.Open("et", Maker);
        var plan = await Make(maker);
        using var wrong = await maker.Post(await maker.Page(plan + "/send"), plan + "/send", "send", ("Address", "nimi(at)naide.ee"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await HasEnd()).ShouldBeFalse("no letter was sent yet");
        using var sent = await maker.Post(await maker.Page(plan + "/send"), plan + "/send", "send", ("Address", "zlata@naide.example"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        var link = await LinkOfTheLastLetter();
        using var person = house.Open("en", null);
        var copy = await person.Page(link);
        copy.DocumentElement.GetAttribute("lang").ShouldBe("uk");
        copy.QuerySelector("h1")!.TextContent.ShouldBe("Мій план інтеграції");
        copy.Body!.TextContent.ShouldContain("Olin <b>õpetaja</b>");
        house.House.Scalar<long>("SELECT count(*) FROM house_audit WHERE Action = 'read' AND Who = 'link integration-plan.copy'").ShouldBe(1);
        using var again = await maker.Post(await maker.Page(plan + "/send"), plan + "/send", "send", ("Address", "zlata@naide.example"));
        (await person.Get(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a new link ends the one before");
        house.House.Scalar<int>("SELECT count(*) FROM letters_links WHERE Purpose = 'integration-plan.copy' AND EndedAt IS NULL").ShouldBe(1);
        (await HasEnd()).ShouldBeTrue();
        using var revoked = await maker.Post(await maker.Page(plan + "/send"), plan + "/send", "revoke");
        revoked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        house.House.Scalar<int>("SELECT count(*) FROM letters_links WHERE Purpose = 'integration-plan.copy' AND EndedAt IS NULL").ShouldBe(0);
        (await HasEnd()).ShouldBeFalse("it is ended");

        async Task<bool> HasEnd() => (await maker.Page(plan + "/send")).QuerySelectorAll("main button").Any(b => b.TextContent == "Lõpeta link");
    }

    [Fact]
    public async Task A_plan_made_for_the_wrong_person_is_taken_back_before_anything_is_added()
    {
        using var maker = house.Open("et", Maker);
        var (wrong, going) = (await Make(maker), await Make(maker));
        var page = await maker.Page(wrong);
        page.QuerySelectorAll("main details").Length.ShouldBe(1);
        using var added = await maker.Post(await maker.Page(going + "/steps/new"), going + "/steps/new", "step", ("NewGoal", "Leian töö"), ("What", "Helistan"), ("Doer", "Person"), ("Due", "20.9.2025"));
        (await maker.Page(going)).QuerySelector("main details").ShouldBeNull("it has a goal");
        using var taken = await maker.Post(page, wrong, "undo");
        taken.Headers.Location!.ToString().ShouldEndWith("/integration-plan");
        (await maker.Get(wrong)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        house.House.Scalar<long>($"SELECT count(*) FROM integration_plan_answers WHERE lower(PlanId) = '{wrong[^36..]}'").ShouldBe(0);
    }

    [Fact]
    public async Task A_plan_and_its_copy_are_closed_to_others()
    {
        using var maker = house.Open("et", Maker);
        var plan = await Make(maker);
        (await maker.Page(plan + "/copy")).QuerySelector("h1")!.TextContent.ShouldBe("Мій план інтеграції");
        using var manager = house.Open("et", "people.read,cases.read");
        (await manager.Get(plan)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.Get(plan + "/copy")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await maker.Get("/integration-plan/all")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var anyone = house.Open("et", null);
        (await anyone.Get("/integration-plan/copy/abc")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await maker.Get($"/integration-plan/plans/{Guid.CreateVersion7()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> Make(Browser maker)
    {
        var person = Crowd.Person("Zlata", "Horodetska");
        await house.House.Add(person);
        var form = await maker.Page($"/integration-plan/new?person={person.Id}");
        using var made = await maker.Post(form, "/integration-plan/new", "plan", ("Who", $"{person.Id}"), ("Copy", "uk"), ("Review", "15.3.2026"), ("Work", "Olin <b>õpetaja</b>"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect, await made.Content.ReadAsStringAsync());
        return made.Headers.Location!.ToString();
    }

    private async Task<string> LinkOfTheLastLetter()
    {
        var link = "";
        await house.InScope(async services =>
        {
            services.GetRequiredService<Loim.Access.CurrentViewer>().Viewer = Loim.Access.Viewer.House;
            var letter = await services.GetRequiredService<LettersDb>().Letters.OrderByDescending(l => l.WrittenAt).FirstAsync();
            var body = services.GetRequiredService<Reading>().Open(Guid.Empty, letter.Body!.Value, Loim.Letters.Outbox.Letter.Place("Body", letter.Id))!;
            body.ShouldContain("Відкрити мій план");
            link = new Uri(body.Split("href=\"")[1].Split('"')[0]).AbsolutePath;
        });
        return link;
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Loim.People;
using Microsoft.Extensions.DependencyInjection;
using Tallinn.MentalHealth;

namespace Loim.Plugins.Tests.MentalHealth;

public sealed class MentalHealthHouse() : WebHouse(new MentalHealthModule());

/// <summary>The way of a referral through its pages, as a case manager and a specialist walk it.</summary>
public sealed class ReferralPageTests(MentalHealthHouse house) : IClassFixture<MentalHealthHouse>
{
    private const string Need = "Uni on häiritud <b>väga</b>";

    [Fact]
    public async Task A_person_is_referred_accepted_and_met()
    {
        var person = Crowd.Person("Zoriana", "Vasylenko");
        await house.House.Add(person);
        using var manager = house.Open("et", "people.read,people.write,mental-health.refer");
        var form = await manager.Page($"/mental-health/refer?person={person.Id}");
        using var sent = await manager.Post(form, "/mental-health/refer", "referral", ("Client", $"{person.Id}"), ("Need", Need), ("Reach", "+372 5551 7788, õhtul"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        (await manager.Page("/mental-health/referred")).QuerySelector("tbody")!.TextContent.ShouldContain("ootab");
        (await manager.Get("/mental-health")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var specialist = house.Open("et", "mental-health.treat");
        var queue = await specialist.Page("/mental-health");
        queue.QuerySelector(".thread")!.TextContent.ShouldContain(Need);
        queue.DocumentElement.TextContent.ShouldNotContain("Vasylenko");
        queue.DocumentElement.TextContent.ShouldNotContain("5551 7788");
        var accept = queue.QuerySelector<IHtmlButtonElement>("button[name=accept]")!.Value;
        using var accepted = await specialist.Post(queue, "/mental-health", "accept", ("accept", accept));
        var client = accepted.Headers.Location!.ToString();
        (await specialist.Page("/mental-health")).QuerySelector("main")!.TextContent.ShouldContain("Keskmine ooteaeg tänavu: 0 päeva");
        (await specialist.Page(client)).QuerySelector("main")!.TextContent.ShouldContain("Zoriana Vasylenko");
        (await specialist.Page(client)).QuerySelector("main .facts")!.TextContent.ShouldContain("+372 5551 7788, õhtul");
        house.House.Scalar<string>($"SELECT Reach FROM mental_health_referrals WHERE lower(PersonId) = '{person.Id}'").ShouldNotContain("7788");

        var session = await specialist.Page(client + "/session");
        using var met = await specialist.Post(session, client + "/session", "session", ("Day", "15.09.2025"), ("Minutes", "45"));
        met.StatusCode.ShouldBe(HttpStatusCode.Redirect, await met.Content.ReadAsStringAsync());
        (await specialist.Page(client)).QuerySelector("tbody")!.TextContent.ShouldContain("45");
        (await manager.Get(client)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        house.House.Scalar<long>($"SELECT count(*) FROM house_audit WHERE Action = 'read' AND Page LIKE 'GET /mental-health%'").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_restriction_holds_for_a_session_too_and_the_audit_knows_whose_it_is()
    {
        var person = Crowd.Person("Yarema", "Piiratu");
        await house.House.Add(person);
        using var manager = house.Open("et", "people.read,people.write,mental-health.refer");
        using var specialist = house.Open("et", "mental-health.treat");
        using var sent = await Refer(manager, person.Id);
        var session = $"/mental-health/clients/{Referral(person.Id)}/session";
        using var accepted = await specialist.Post(await specialist.Page("/mental-health"), "/mental-health", "accept", ("accept", Referral(person.Id)));
        using var met = await specialist.Post(await specialist.Page(session), session, "session", ("Day", "15.09.2025"), ("Minutes", "45"));
        Sessions().ShouldBe(1);
        await house.House.As(TestHouse.Somebody("data-protection.rights"), s => s.GetRequiredService<IPersonRecords>().Restrict(person.Id, "vaidlustab"));
        using var refused = await specialist.Post(await specialist.Page(session), session, "session", ("Day", "15.09.2025"), ("Minutes", "30"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Sessions().ShouldBe(1);

        int Sessions() => house.House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Action = 'add' AND What LIKE 'mental_health_sessions %' AND lower(Person) = '{person.Id}'");
    }

    [Fact]
    public async Task What_was_done_by_mistake_is_taken_back()
    {
        var person = Crowd.Person("Tavit", "Ekslik");
        await house.House.Add(person);
        using var manager = house.Open("et", "people.read,people.write,mental-health.refer");
        using var specialist = house.Open("et", "mental-health.treat");
        using var sent = await Refer(manager, person.Id);
        using var back = await manager.Post(await manager.Page("/mental-health/referred"), "/mental-health/referred", "referred", ("back", Referral(person.Id)));
        house.House.Scalar<int>($"SELECT count(*) FROM mental_health_referrals WHERE lower(PersonId) = '{person.Id}'").ShouldBe(0);

        using var again = await Refer(manager, person.Id);
        var client = $"/mental-health/clients/{Referral(person.Id)}";
        using var accepted = await specialist.Post(await specialist.Page("/mental-health"), "/mental-health", "accept", ("accept", Referral(person.Id)));
        using var late = await manager.Post(await manager.Page("/mental-health/referred"), "/mental-health/referred", "referred", ("back", Referral(person.Id)));
        using var released = await specialist.Post(await specialist.Page(client), client, "turn", ("turn", "release"));
        (await specialist.Get(client)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var retaken = await specialist.Post(await specialist.Page("/mental-health"), "/mental-health", "accept", ("accept", Referral(person.Id)));

        using var met = await specialist.Post(await specialist.Page(client + "/session"), client + "/session", "session", ("Day", "15.09.2025"), ("Minutes", "45"));
        var page = await specialist.Page(client);
        page.QuerySelector("button[value=release]").ShouldBeNull("whoever was met stays");
        using var removed = await specialist.Post(page, client, "sessions", ("remove", page.QuerySelector("button[name=remove]")!.GetAttribute("value")!));
        var kept = await specialist.Page((await Browser.Read(removed)).QuerySelector(".notice.good a")!.GetAttribute("href")!);
        kept.QuerySelector("input[name=Minutes]")!.GetAttribute("value").ShouldBe("45", "a slip is recorded again as it was");
        (await specialist.Page(client)).QuerySelector("tbody").ShouldBeNull();
        using var closed = await specialist.Post(await specialist.Page(client), client, "turn", ("turn", "close"));
        using var reopened = await specialist.Post(await specialist.Page(client), client, "turn", ("turn", "reopen"));
        (await specialist.Page(client)).QuerySelector(".tag")!.TextContent.ShouldContain("vastu võetud");
    }

    private static async Task<HttpResponseMessage> Refer(Browser manager, Guid person) =>
        await manager.Post(await manager.Page($"/mental-health/refer?person={person}"), "/mental-health/refer", "referral", ("Client", $"{person}"), ("Need", Need));

    private string Referral(Guid person) => house.House.Scalar<string>($"SELECT lower(Id) FROM mental_health_referrals WHERE lower(PersonId) = '{person}'");

    [Fact]
    public async Task A_group_is_counted_by_heads_and_taken_back()
    {
        using var specialist = house.Open("uk", "mental-health.treat");
        var form = await specialist.Page("/mental-health/groups/new");
        (string, string)[] typed = [("Day", "15.09.2025"), ("Minutes", "90"), ("Language", "Ukrainian")];
        using var alone = await specialist.Post(form, "/mental-health/groups/new", "group", [.. typed, ("Participants", "1")]);
        (await Browser.Read(alone)).GetElementById("group-Participants-error").ShouldNotBeNull();
        using var saved = await specialist.Post(form, "/mental-health/groups/new", "group", [.. typed, ("Participants", "6")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var list = await specialist.Page("/mental-health/groups");
        list.QuerySelector("tbody")!.TextContent.ShouldContain("українська");
        using var removed = await specialist.Post(list, "/mental-health/groups", "groups", ("remove", list.QuerySelector("button[name=remove]")!.GetAttribute("value")!));
        var again = await specialist.Page((await Browser.Read(removed)).QuerySelector(".notice.good a")!.GetAttribute("href")!);
        new[] { "Day", "Minutes", "Participants" }.Select(f => again.QuerySelector($"input[name={f}]")!.GetAttribute("value")).ShouldBe(["15.09.2025", "90", "6"]);
        again.QuerySelector("input[name=Language][value=Ukrainian]")!.HasAttribute("checked").ShouldBeTrue();
        var empty = await specialist.Page("/mental-health/groups");
        empty.QuerySelector(".empty").ShouldNotBeNull();
        empty.QuerySelectorAll(".side a[aria-current]").Select(a => a.GetAttribute("href")).ShouldBe(["/mental-health/groups"]);
        using var manager = house.Open("et", "people.read,mental-health.refer");
        (await manager.Get("/mental-health/groups")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_next_session_of_a_group_begins_as_its_last_one_was()
    {
        using var specialist = house.Open("et", "mental-health.treat");
        foreach (var (group, day, minutes) in new[] { ("Emade rühm", "1.9.2025", "75"), ("Isade rühm", "2.9.2025", "110"), ("Emade rühm", "8.9.2025", "80") })
        {
            using var saved = await specialist.Post(await specialist.Page("/mental-health/groups/new"), "/mental-health/groups/new", "group",
                ("Group", group), ("Day", day), ("Minutes", minutes), ("Language", "Ukrainian"), ("Participants", "6"));
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        }
        var list = await specialist.Page("/mental-health/groups");
        var next = list.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("a") is not null).ToDictionary(r => r.Children[1].TextContent, r => r.QuerySelector("a")!.GetAttribute("href")!);
        foreach (var (group, minutes) in new[] { ("Emade rühm", "80"), ("Isade rühm", "110") })
        {
            var form = await specialist.Page(next[group]);
            form.QuerySelector("input[name=Group]")!.GetAttribute("value").ShouldBe(group);
            form.QuerySelector("input[name=Minutes]")!.GetAttribute("value").ShouldBe(minutes);
            form.QuerySelector("input[name=Language][value=Ukrainian]")!.HasAttribute("checked").ShouldBeTrue();
        }
        using var colleague = house.Open("et", Guid.CreateVersion7(), null, ["mental-health.treat"]);
        (await colleague.Page(next["Emade rühm"])).QuerySelector("input[name=Group]")!.GetAttribute("value").ShouldBeNullOrEmpty("a colleague's group is behind the wall");
    }

    [Fact]
    public async Task A_page_of_nobodys_client_is_not_there()
    {
        using var specialist = house.Open("en", "mental-health.treat");
        (await specialist.Get($"/mental-health/clients/{Guid.CreateVersion7()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await specialist.Get($"/mental-health/clients/{Guid.CreateVersion7()}/session")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

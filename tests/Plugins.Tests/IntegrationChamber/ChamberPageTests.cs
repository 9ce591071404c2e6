using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tallinn.IntegrationChamber;

namespace Loim.Plugins.Tests.IntegrationChamber;

public sealed class ChamberHouse() : WebHouse(new IntegrationChamberModule());

public sealed class ChamberPageTests(ChamberHouse house) : IClassFixture<ChamberHouse>
{
    private const string Staff = "integration-chamber.read,integration-chamber.write,network.read";

    [Fact]
    public async Task A_community_asks_to_join_and_becomes_a_member_and_its_contact_goes()
    {
        using var anyone = house.Open("uk", null);
        using var sent = await anyone.Post(await anyone.Page("/integration-chamber/join"), "/integration-chamber/join", "join",
            ("Name", "Klubi Sõprus"), ("About", "Tantsuõhtud"), ("Contact", "klubi@naide.example"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        (await anyone.Page("/integration-chamber/open")).DocumentElement.TextContent.ShouldNotContain("Klubi Sõprus");
        house.House.Scalar<string>("SELECT \"Contact\" FROM integration_chamber_join_requests").ShouldNotContain("klubi@");

        using var staff = house.Open("et", Staff);
        (await staff.Page("/integration-chamber")).QuerySelector(".notice")!.TextContent.ShouldContain("1 liitumissoov");
        (await staff.Page("/")).QuerySelector("main a[href='/integration-chamber/requests']").ShouldNotBeNull("the desk says what waits");
        var requests = await staff.Page("/integration-chamber/requests");
        requests.QuerySelector("main")!.TextContent.ShouldContain("klubi@naide.example");
        requests.QuerySelector("button[name=decline]").ShouldBeNull("what cannot be undone is asked about first");
        var chosen = requests.QuerySelectorAll<IHtmlAnchorElement>("main .card a").Single();
        requests = await staff.Page(chosen.PathName + chosen.Search);
        var welcome = requests.QuerySelector<IHtmlButtonElement>("button[name=welcome]")!.Value;
        using var welcomed = await staff.Post(requests, chosen.PathName + chosen.Search, "requests", ("welcome", welcome));
        welcomed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await welcomed.Content.ReadAsStringAsync());
        (await anyone.Page("/integration-chamber/open")).DocumentElement.TextContent.ShouldContain("Klubi Sõprus");
        (await staff.Page("/integration-chamber/requests")).QuerySelector(".empty").ShouldNotBeNull();
        (await staff.Page("/")).QuerySelector("main a[href='/integration-chamber/requests']").ShouldBeNull("nothing waits");
    }

    [Fact]
    public async Task An_input_is_answered_and_the_public_sees_the_change_and_not_whose_it_was()
    {
        using var staff = house.Open("et", Staff);
        using var added = await staff.Post(await staff.Page("/integration-chamber/members"), "/integration-chamber/members", "member", ("Name", "Varjatud kogukond"));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        var form = await staff.Page("/integration-chamber/inputs/new");
        var member = form.QuerySelectorAll<IHtmlOptionElement>("option").Single(o => o.TextContent == "Varjatud kogukond").Value;
        foreach (var (text, shown) in new[] { ("Juhend on ainult eesti keeles", "true"), ("Sisemine märkus", "") })
        {
            using var recorded = await staff.Post(form, "/integration-chamber/inputs/new", "input",
                ("ReceivedOn", "10.9.2025"), ("Member", member), ("Text", text), ("IsPublic", shown));
            recorded.StatusCode.ShouldBe(HttpStatusCode.Redirect, await recorded.Content.ReadAsStringAsync());
        }
        var input = (await staff.Page("/integration-chamber")).QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("Juhend", StringComparison.Ordinal)).GetAttribute("href")!;
        using var wordless = await staff.Post(await staff.Page(input), input, "answer", ("ReceivedOn", "10.9.2025"), ("Text", "Juhend on ainult eesti keeles"), ("Outcome", "Changed"), ("IsPublic", "true"));
        wordless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var answered = await staff.Post(await staff.Page(input), input, "answer",
            ("ReceivedOn", "10.9.2025"), ("Text", "Juhend on ainult eesti keeles"), ("Outcome", "Changed"), ("Answer", "Nüüd neljas keeles"), ("IsPublic", "true"));
        answered.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answered.Content.ReadAsStringAsync());

        using var anyone = house.Open("et", null);
        var inputs = (await anyone.Page("/integration-chamber/open")).QuerySelector(".thread")!.TextContent;
        inputs.ShouldContain("Nüüd neljas keeles");
        inputs.ShouldNotContain("Sisemine märkus");
        inputs.ShouldNotContain("Varjatud kogukond");
    }

    [Fact]
    public async Task A_meeting_is_planned_and_held()
    {
        using var staff = house.Open("et", Staff);
        using var planned = await staff.Post(await staff.Page("/integration-chamber/meetings/new"), "/integration-chamber/meetings/new", "meeting",
            ("Day", "12.9.2025"), ("Start", "17.30"), ("Topic", "Kool ja lasteaed"), ("Place", "Rändekeskus"));
        planned.StatusCode.ShouldBe(HttpStatusCode.Redirect, await planned.Content.ReadAsStringAsync());
        (await staff.Page("/integration-chamber")).QuerySelector(".tag.warn")!.TextContent.ShouldContain("vaja kokku kutsuda");
        var meeting = (await staff.Page("/integration-chamber")).QuerySelectorAll("a").Single(a => a.TextContent == "Kool ja lasteaed").GetAttribute("href")!;
        using var held = await staff.Post(await staff.Page(meeting), meeting, "held", ("Present", "9"));
        held.StatusCode.ShouldBe(HttpStatusCode.Redirect, await held.Content.ReadAsStringAsync());
        (await staff.Page("/integration-chamber")).QuerySelector(".tag.good")!.TextContent.ShouldContain("3. kvartal: peetud");
        (await staff.Get(meeting + "/change")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "what was held stays as it was");
    }

    [Fact]
    public async Task A_meeting_that_is_planned_may_be_moved()
    {
        using var staff = house.Open("et", Staff);
        using var planned = await staff.Post(await staff.Page("/integration-chamber/meetings/new"), "/integration-chamber/meetings/new", "meeting",
            ("Day", "12.11.2025"), ("Start", "17.30"), ("Topic", "Tervishoid"), ("Place", "Rändekeskus"));
        var meeting = (await staff.Page("/integration-chamber")).QuerySelectorAll("a").Single(a => a.TextContent == "Tervishoid").GetAttribute("href")!;
        using var moved = await staff.Post(await staff.Page(meeting + "/change"), meeting + "/change", "meeting", ("Day", "19.11.2025"), ("Start", "18.00"), ("Topic", "Tervishoid"), ("Place", "Kogukonnaruum"));
        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await moved.Content.ReadAsStringAsync());
        (await staff.Page(meeting)).QuerySelector(".page-head")!.TextContent.ShouldContain("19.11.2025 18.00, Kogukonnaruum");
        (await Open()).ShouldContain("18.00, Kogukonnaruum");
        (await staff.Page("/integration-chamber")).QuerySelectorAll("main time").Select(t => t.TextContent).ShouldContain("19.11.2025 18.00");
        (await staff.Page(meeting)).QuerySelector("main .notice")!.TextContent.ShouldContain("alles ees");
        using var off = await staff.Post(await staff.Page(meeting), meeting, "step", ("do", "cancel"));
        (await staff.Page(meeting)).QuerySelector("main .notice.warn")!.TextContent.ShouldContain("jäi ära");
        using var back = await staff.Post(await staff.Page(meeting), meeting, "step", ("do", "back"));
    }

    [Fact]
    public async Task A_member_is_renamed_removed_and_put_back_and_its_inputs_stay_its_own()
    {
        using var staff = house.Open("et", Staff);
        var (first, _) = (await Member(staff, "Lauluring Viis"), await Member(staff, "Naabrite klubi"));
        var list = await staff.Page("/integration-chamber/members");
        list.QuerySelector("main table, main form input[name=Name]")!.LocalName.ShouldBe("table", "who is a member is read before one is added");
        list.QuerySelector("tbody")!.TextContent.ShouldContain("alates 15.09.2025");
        await Input(staff, "Lauluring Viis", "Ruumi võti on raske saada");
        using var twice = await staff.Post(await staff.Page(first), first, "member", ("Name", "NAABRITE KLUBI"), ("Since", "1.9.2025"));
        twice.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "one community is not counted twice");
        using var renamed = await staff.Post(await staff.Page(first), first, "member", ("Name", "Segakoor Viis"), ("Since", "1.9.2025"));
        renamed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await renamed.Content.ReadAsStringAsync());
        (await Open()).ShouldContain("Segakoor Viis");
        using var removed = await staff.Post(await staff.Page(first), first, "remove");
        removed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await removed.Content.ReadAsStringAsync());
        (await Open()).ShouldNotContain("Segakoor Viis");
        (await staff.Page("/integration-chamber/inputs/new")).QuerySelector("select[name=Member]")!.TextContent.ShouldNotContain("Segakoor Viis");
        var input = await InputOf(staff, "Ruumi võti");
        (await staff.Page(input)).QuerySelector("select[name=Member] option[selected]")!.TextContent.ShouldBe("Segakoor Viis");

        await Member(staff, "Segakoor Viis");
        using var refused = await staff.Post(await staff.Page("/integration-chamber/members"), "/integration-chamber/members", "step", ("put-back", first[^36..]));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "another has its name meanwhile");
        using var other = await staff.Post(await staff.Page(first), first, "member", ("Name", "Kammerkoor Viis"), ("Since", "1.9.2025"));
        using var back = await staff.Post(await staff.Page("/integration-chamber/members"), "/integration-chamber/members", "step", ("put-back", first[^36..]));
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync());
        (await Open()).ShouldContain("Kammerkoor Viis");
    }

    [Fact]
    public async Task An_input_that_is_taken_back_is_shown_and_counted_nowhere_until_it_is_put_back()
    {
        using var staff = house.Open("et", Staff);
        await Input(staff, null, "Silt uksel on väike");
        var input = await InputOf(staff, "Silt uksel");
        using var answered = await staff.Post(await staff.Page(input), input, "answer",
            ("ReceivedOn", "9.9.2025"), ("Text", "Silt uksel on väike"), ("Outcome", "Changed"), ("Answer", "Silt on suurem"), ("IsPublic", "true"));
        answered.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answered.Content.ReadAsStringAsync());
        var counted = await Changes();
        foreach (var (shown, changes) in new[] { (false, counted - 1), (true, counted) })
        {
            using var pressed = await staff.Post(await staff.Page(input), input, "taking", ("do", shown ? "return" : "take-back"));
            pressed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await pressed.Content.ReadAsStringAsync());
            (await Open()).Contains("Silt uksel on väike", StringComparison.Ordinal).ShouldBe(shown);
            (await staff.Page("/integration-chamber")).QuerySelectorAll("main details a").Any(a => a.TextContent.StartsWith("Silt uksel", StringComparison.Ordinal)).ShouldBe(!shown);
            (await Changes()).ShouldBe(changes);
        }
    }

    private static async Task<string> Member(Browser staff, string name)
    {
        using var added = await staff.Post(await staff.Page("/integration-chamber/members"), "/integration-chamber/members", "member", ("Name", name));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        return (await staff.Page("/integration-chamber/members")).QuerySelectorAll("tbody a").First(a => a.TextContent == name).GetAttribute("href")!;
    }

    private static async Task Input(Browser staff, string? member, string text)
    {
        var form = await staff.Page("/integration-chamber/inputs/new");
        var chosen = form.QuerySelectorAll<IHtmlOptionElement>("select[name=Member] option").FirstOrDefault(o => o.TextContent == member)?.Value ?? "";
        using var recorded = await staff.Post(form, "/integration-chamber/inputs/new", "input", ("ReceivedOn", "9.9.2025"), ("Member", chosen), ("Text", text), ("IsPublic", "true"));
        recorded.StatusCode.ShouldBe(HttpStatusCode.Redirect, await recorded.Content.ReadAsStringAsync());
    }

    private static async Task<string> InputOf(Browser staff, string text) => (await staff.Page("/integration-chamber")).QuerySelectorAll("a")
        .Single(a => a.TextContent.StartsWith(text, StringComparison.Ordinal)).GetAttribute("href")!;

    private async Task<string> Open()
    {
        using var anyone = house.Open("et", null);
        return (await anyone.Page("/integration-chamber/open")).QuerySelector("main")!.TextContent;
    }

    private Task<int> Changes() => house.House.As(Viewer.House, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == "integration-chamber.changes").Evidence(Period.Quarter(2025, 3)).CountAsync());

    [Theory]
    [InlineData("/integration-chamber/requests")]
    [InlineData("/integration-chamber/members")]
    [InlineData("/integration-chamber/inputs/new")]
    public async Task Who_only_reads_stands_before_a_closed_door(string page)
    {
        using var reader = house.Open("et", "integration-chamber.read");
        (await reader.Get(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.Page("/integration-chamber")).QuerySelector(".page-head a").ShouldBeNull();
    }
}

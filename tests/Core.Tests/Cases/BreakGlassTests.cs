using System.Net;
using Loim.Access;
using Loim.Cases;
using Loim.Cases.BreakGlass;
using Loim.Cases.Casework;
using Loim.Cases.Notes;
using Loim.Core.Tests.Web;
using Loim.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Case = Loim.Cases.Casework.Case;

namespace Loim.Core.Tests.Cases;

public sealed class BreakGlassTests : WebHouse
{
    private const string Worker = "cases.casework,cases.break-glass,people.read";
    private readonly Viewer owner = Casework.Manager("NGO");

    public BreakGlassTests() : base(new CasesModule()) { }

    [Fact]
    public async Task A_confidential_case_is_seen_by_its_manager_alone()
    {
        var it = await House.OpenCase(owner);
        (await Sees(Casework.Manager("NGO"), it)).ShouldBeTrue();
        (await House.As(Casework.Manager("NGO"), s => s.GetRequiredService<CaseBook>().Keep(it.Id, true))).ShouldBeFalse("a colleague's is not theirs to shut");
        (await House.As(owner, s => s.GetRequiredService<CaseBook>().Keep(it.Id, true))).ShouldBeTrue();
        foreach (var other in new[] { Casework.Manager("NGO"), Casework.Manager("NGO", "cases.see-all"), Casework.Manager(null, "cases.see-all") }) { (await Sees(other, it)).ShouldBeFalse(); }
        (await Sees(owner, it)).ShouldBeTrue();
        (await House.Read(Viewer.House, db => db.Cards.CountAsync())).ShouldBe(1, "what is true does not depend on it");
    }

    [Fact]
    public async Task With_a_reason_it_opens_for_a_while_shows_to_its_manager_and_ends_by_itself()
    {
        var it = await House.OpenCase(owner);
        await House.In(owner, it.Id, (c, db) => db.Add(c.Note("Ainult mulle", NoteLevel.Author, owner, House.Clock.GetUtcNow().UtcDateTime)));
        using var browser = Open("en", Worker);
        (await browser.Page($"/cases/{it.Id}", HttpStatusCode.NotFound)).Body!.TextContent.ShouldNotContain("korterit");

        var path = $"/cases/{it.Id}/break-glass";
        using (var refused = await browser.Post(await browser.Page(path), path, "break-glass", ("Reason", ""))) { refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity); }
        using (var opened = await browser.Post(await browser.Page(path), path, "break-glass", ("Reason", "Laps on ohus"))) { opened.Headers.Location!.ToString().ShouldEndWith($"/cases/{it.Id}"); }

        var page = (await browser.Page($"/cases/{it.Id}")).Body!.TextContent;
        page.ShouldContain("korterit");
        page.ShouldNotContain("Ainult mulle");
        var opening = await House.Read(owner, db => db.Openings.SingleAsync());
        (opening.PersonId, opening.Until - opening.At).ShouldBe((it.PersonId, Opening.Lasts));
        House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Action = 'add' AND What LIKE 'cases_openings%' AND Page LIKE '%/break-glass' AND Person = '{it.PersonId.ToString().ToUpperInvariant()}'").ShouldBe(1);

        foreach (var decision in new[] { "hand-over", "close", "reopen" })
        {
            (await browser.Page($"/cases/{it.Id}")).QuerySelector($"a[href$='/{decision}']").ShouldBeNull("it is not theirs to decide");
            await browser.Page($"/cases/{it.Id}/{decision}", HttpStatusCode.NotFound);
        }
        Should.Throw<InvalidOperationException>(() => it.HandOver(Guid.NewGuid(), "Somebody", Casework.Manager("Muu")));
        await browser.Page($"/cases/{it.Id}/plan");
        House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Action = 'read' AND Page LIKE '%/cases/{it.Id}' AND Purpose = 'cases.break-glass'").ShouldBePositive();

        House.Clock.Advance(Opening.Lasts - TimeSpan.FromMinutes(1));
        await browser.Page($"/cases/{it.Id}");
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        await browser.Page($"/cases/{it.Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_manager_finds_on_their_own_desk_who_opened_it_and_on_the_case_why()
    {
        using var manager = Open("en", Worker);
        var person = await House.SomePerson();
        using (var opened = await manager.Post(await manager.Page($"/cases/new?person={person}"), $"/cases/new?person={person}", "case", ("Reason", "Vajab abi"))) { opened.StatusCode.ShouldBe(HttpStatusCode.Redirect); }
        var it = await House.Read(Viewer.House, db => db.Cases.SingleAsync());
        await House.As(Casework.Manager("Muu"), s => s.GetRequiredService<Work>().Do(() =>
            s.GetRequiredService<CasesDb>().Add(Opening.Of(it, "Laps on ohus", s.GetRequiredService<CurrentViewer>().Viewer, House.Clock.GetUtcNow().UtcDateTime))));
        var told = (await manager.Page("/")).QuerySelector(".notice.warn")!;
        told.TextContent.ShouldContain("emergency access");
        told.TextContent.ShouldContain("Marichka Dolynna", customMessage: "whose case it was");
        told.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/cases/{it.Id}");
        (await manager.Page($"/cases/{it.Id}")).Body!.TextContent.ShouldContain("Laps on ohus");
        await House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
        {
            var led = await s.GetRequiredService<CasesDb>().Cases.SingleAsync(c => c.Id == it.Id);
            led.HandOver(Guid.NewGuid(), "Keegi Teine", Casework.Manager("Muu", "cases.see-all"));
        }));
        told = (await manager.Page("/")).QuerySelector(".notice.warn")!;
        told.TextContent.ShouldContain("emergency access", customMessage: "whoever led it then is told, whoever leads it now");
        using var handed = await manager.Get($"/cases/{it.Id}");
        (told.QuerySelector("a") is not null).ShouldBe(handed.IsSuccessStatusCode, "no link leads to what is closed");
    }

    [Fact]
    public async Task Only_who_has_the_permission_learns_of_a_closed_case_and_can_ask_for_it()
    {
        var it = await House.OpenCase(owner);
        using var browser = Open("en", Worker);
        (await browser.Page($"/people/{it.PersonId}")).QuerySelector($"a[href='/cases/{it.Id}/break-glass']").ShouldNotBeNull();
        using var colleague = Open("en", "cases.casework,people.read");
        (await colleague.Page($"/people/{it.PersonId}")).QuerySelector("a[href*='break-glass']").ShouldBeNull();
        await colleague.Page($"/cases/{it.Id}/break-glass", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Staff_of_another_organisation_see_neither_the_municipality_s_enquiries_nor_it_theirs()
    {
        await House.Add(Desk.Enquiry(Desk.Said("advice")), Desk.Enquiry(Desk.Said("advice"), "NGO"));
        foreach (var organisation in new[] { null, "NGO" })
        {
            (await House.Read(Desk.Adviser(organisation), db => db.Enquiries.Select(e => e.Organisation).ToListAsync())).ShouldBe([organisation]);
            (await House.Read(Desk.Adviser(organisation), db => db.ServicesGiven.CountAsync())).ShouldBe(1);
            (await House.Read(Desk.Adviser(organisation), db => db.TopicsRaised.CountAsync())).ShouldBe(2);
        }
    }

    private Task<bool> Sees(Viewer viewer, Case it) => House.Read(viewer, db => db.Cards.AnyAsync(c => c.Id == it.Id));
}

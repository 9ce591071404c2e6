using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saaremaa.NewcomerRegister;
using Saaremaa.NewcomerRegister.Entries;
using Saaremaa.NewcomerRegister.Weeks;

namespace Loim.Plugins.Tests.Saaremaa;

public sealed class NewcomerRegisterHouse() : WebHouse(new NewcomerRegisterModule());

/// <summary>The weekly list, its deadlines, and that what is deleted is gone.</summary>
public sealed class NewcomerRegisterTests : IAsyncLifetime
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2025, 9, 15);
    private static readonly NewcomerRegisterSettings Settings = new();
    private readonly NewcomerRegisterHouse house = new();

    public Task InitializeAsync() => house.InitializeAsync();
    public Task DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData("2025-09-15", "2025-09-15"), InlineData("2025-09-21", "2025-09-15"), InlineData("2025-09-22", "2025-09-22"), InlineData("2026-01-01", "2025-12-29")]
    public void A_week_begins_on_monday(string day, string monday) => Week.Of(DateOnly.Parse(day)).From.ShouldBe(DateOnly.Parse(monday));

    [Fact]
    public void The_deadline_follows_from_the_basis_and_the_last_word_of_the_person()
    {
        var entry = Entry.Open(Guid.CreateVersion7(), "x", LegalBasis.Consent, Today, Settings);
        entry.DeleteOn.ShouldBe(new(2026, 9, 15));
        entry.Confirm(Today.AddMonths(3), Settings);
        entry.DeleteOn.ShouldBe(new(2026, 12, 15));
        Entry.Open(Guid.CreateVersion7(), "x", LegalBasis.PublicTask, Today, Settings).DeleteOn.ShouldBe(new(2027, 9, 15));
    }

    [Fact]
    public void What_was_deleted_comes_back_until_the_week_ends()
    {
        var entry = Entry.Open(Guid.CreateVersion7(), "x", LegalBasis.Consent, Today, Settings);
        entry.Delete(Today.AddDays(2));
        entry.Undo(Today.AddDays(7)).ShouldBeFalse();
        entry.DeletedOn.ShouldNotBeNull();
        entry.Undo(Today.AddDays(6)).ShouldBeTrue();
        entry.DeletedOn.ShouldBeNull();
    }

    [Fact]
    public async Task The_weeks_list_says_what_to_delete_and_to_confirm_and_a_button_does_it()
    {
        var old = await Add("Vlasta", LegalBasis.Consent, Today.AddDays(-364));
        var stale = await Add("Stefa", LegalBasis.PublicTask, Today.AddDays(-190));
        var late = await Add("Nadija", LegalBasis.Consent, Today.AddDays(-370));
        await Add("Fresh", LegalBasis.PublicTask, Today.AddDays(-20));
        using var keeper = house.Open("et", "people.read,newcomer-register.keep");
        var page = await keeper.Page("/newcomer-register");
        page.QuerySelectorAll(".card h2").Take(2).Select(h => h.TextContent).ShouldBe(["Kustutada sel nädalal", "Üle küsida"]);
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Fresh");
        foreach (var row in page.QuerySelectorAll("main .todo li")) { row.QuerySelectorAll<IHtmlButtonElement>("button").Select(b => b.Name).ShouldBe(["confirm", "delete"], "one order on every list"); }
        page.QuerySelector("li .tag")!.PreviousElementSibling!.TextContent.ShouldContain("2025", customMessage: "it stands by the deadline, not by the number");
        page.QuerySelectorAll("li:has(.tag)").Single().TextContent.ShouldContain("Nadija", customMessage: "her term is over; of the others it ends in this week");
        await Press(keeper, "delete", late);
        await Press(keeper, "confirm", stale);
        await Press(keeper, "delete", old);
        page = await keeper.Page("/newcomer-register");
        page.QuerySelectorAll(".card h2").Select(h => h.TextContent).ShouldContain("Kustutatud");
        page.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("Stefa", StringComparison.Ordinal)).QuerySelector("h2")!.TextContent.ShouldBe("Täna kinnitatud");
        await Press(keeper, "undo", old);
        (await keeper.Page("/newcomer-register")).QuerySelector(".card h2")!.TextContent.ShouldBe("Kustutada sel nädalal");
        (await keeper.Page("/")).QuerySelector("main")!.TextContent.ShouldContain("Kustutada sel nädalal");
        (await keeper.Page("/newcomer-register/entries")).QuerySelectorAll("tbody tr").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_contact_is_changed_and_a_confirmation_by_a_slip_taken_back_on_its_day()
    {
        var stale = await Add("Solomiya", LegalBasis.PublicTask, Today.AddDays(-190));
        var term = await Read(db => db.Entries.Select(e => e.DeleteOn).SingleAsync());
        using var keeper = house.Open("et", "people.read,newcomer-register.keep");
        await Press(keeper, "confirm", stale);
        await Press(keeper, "unconfirm", stale);
        (await Read(db => db.Entries.Select(e => e.DeleteOn).SingleAsync())).ShouldBe(term);

        var change = $"/newcomer-register/{stale}/change";
        using var empty = await keeper.Post(await keeper.Page(change), change, "entry", ("Contact", " "), ("Basis", "Consent"));
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var changed = await keeper.Post(await keeper.Page(change), change, "entry", ("Contact", "uus@naide.example"), ("Basis", "Consent"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await changed.Content.ReadAsStringAsync());
        (await keeper.Page("/newcomer-register/entries")).QuerySelector("tbody")!.TextContent.ShouldContain("uus@naide.example");
        (await Read(db => db.Entries.Select(e => e.DeleteOn).SingleAsync())).ShouldBe(Today.AddMonths(Settings.ConsentMonths));
        (await Read(db => db.Entries.SingleAsync())).Unconfirm(Today.AddDays(1), Settings).ShouldBeFalse("a slip is noticed on its day");
    }

    [Fact]
    public async Task A_deleted_entry_goes_for_good_when_its_week_has_ended_and_the_week_is_reported_once()
    {
        var old = await Add("Yaryna", LegalBasis.Consent, Today.AddDays(-364));
        await Add("Lesia", LegalBasis.Consent, Today.AddDays(-400));
        await Do(db => db.Entries.Single(e => e.Id == old).Delete(Today));
        await EndTheWeek();
        (await Count()).ShouldBe(2, "the week has not ended");
        house.House.Clock.Advance(TimeSpan.FromDays(7));
        await EndTheWeek();
        await EndTheWeek();
        (await Count()).ShouldBe(1);
        var report = await Read(db => db.Reports.SingleAsync(r => r.Monday == Today));
        (report.Confirmed, report.Deleted, report.Left).ShouldBe((0, 1, 1));
    }

    [Fact]
    public async Task A_withdrawn_consent_makes_the_contact_due_and_leaves_a_public_task_alone()
    {
        var (consent, task) = (await Add("Milana", LegalBasis.Consent, Today), await Add("Zoya", LegalBasis.PublicTask, Today));
        foreach (var person in await Read(db => db.Entries.Select(e => e.PersonId).ToListAsync()))
        {
            await house.House.As(Viewer.House, s => ActivatorUtilities.CreateInstance<ConsentEnds>(s).Handle(new(person, ConsentPurpose.News), default));
        }
        (await Read(db => db.Entries.SingleAsync(e => e.Id == consent))).DeleteOn.ShouldBe(Today);
        (await Read(db => db.Entries.SingleAsync(e => e.Id == task))).DeleteOn.ShouldBe(new(2027, 9, 15));
    }

    [Fact]
    public async Task A_person_stands_in_the_register_once_and_others_see_nobody()
    {
        await Add("Olesia", LegalBasis.Consent, Today);
        var person = (await Read(db => db.Entries.SingleAsync())).PersonId;
        using var keeper = house.Open("uk", "people.read,newcomer-register.keep");
        var form = await keeper.Page($"/newcomer-register/new?person={person}");
        using var twice = await keeper.Post(form, "/newcomer-register/new", "entry", ("Who", $"{person}"), ("Contact", "+372 50001234"), ("Basis", "Consent"));
        twice.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(twice)).GetElementById("entry-Who-error").ShouldNotBeNull();
        using var stranger = house.Open("et", "people.read,people.write");
        (await stranger.Get("/newcomer-register")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await house.House.As(TestHouse.Somebody("people.*"), s => s.GetRequiredService<NewcomerRegisterDb>().Entries.CountAsync())).ShouldBe(0);
        await house.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetServices<IPersonalData>().OfType<NewcomerRegisterData>().Single().Erase(person, default)));
        (await Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Two_records_that_are_one_person_show_their_contacts_in_one_place()
    {
        await Add("Darka", LegalBasis.Consent, Today);
        await Add("Dara", LegalBasis.Consent, Today);
        var persons = await Read(db => db.Entries.OrderBy(e => e.Id).Select(e => e.PersonId).ToListAsync());
        using var keeper = house.Open("en", "people.read,people.write,people.merge,newcomer-register.keep");
        var merge = $"/people/{persons[0]}/merge?with={persons[1]}";
        using var merged = await keeper.Post(await keeper.Page(merge), merge, "merging", ("Kept", $"{persons[0]}"));
        merged.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var card = (await keeper.Page($"/people/{persons[0]}")).QuerySelectorAll(".card:has(a[href^='/newcomer-register/'])").ShouldHaveSingleItem();
        foreach (var contact in new[] { "Darka@naide.example", "Dara@naide.example" }) { card.TextContent.ShouldContain(contact); }
        card.QuerySelectorAll("a[href$='/change']").Length.ShouldBe(2);
    }

    private static async Task Press(Browser keeper, string act, Guid entry)
    {
        using var done = await keeper.Post(await keeper.Page("/newcomer-register"), "/newcomer-register", "week", (act, $"{entry}"));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<Guid> Add(string name, LegalBasis basis, DateOnly on)
    {
        var person = Crowd.Person(name, "Kravets");
        await house.House.Add(person);
        var entry = Entry.Open(person.Id, $"{name}@naide.example", basis, on, Settings);
        await Do(db => db.Add(entry));
        return entry.Id;
    }

    private Task EndTheWeek() => house.House.As(Viewer.House, s => s.GetRequiredService<EndWeek>().Run(default));
    private Task<int> Count() => Read(db => db.Entries.CountAsync());
    private Task<T> Read<T>(Func<NewcomerRegisterDb, Task<T>> query) => house.House.As(Viewer.House, s => query(s.GetRequiredService<NewcomerRegisterDb>()));

    private Task Do(Action<NewcomerRegisterDb> change) =>
        house.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => change(s.GetRequiredService<NewcomerRegisterDb>())));
}

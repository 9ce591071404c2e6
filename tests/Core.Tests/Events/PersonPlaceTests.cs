using System.Net;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Events;
using Loim.Events.Registrations;
using Loim.Modules;
using Loim.People.Merging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

/// <summary>Staff register a person of the register, and whoever comes along.</summary>
public sealed class PersonPlaceTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    private const string Manager = "people.read,people.write,events.read,events.register";
    private const string Form = "/events/registrations/new";

    [Fact]
    public async Task A_family_gets_seats_is_seen_on_the_persons_page_and_can_be_taken_back()
    {
        var (it, person) = (await web.Publish(EventsHouse.Cafe(capacity: 4)), await Person());
        using var manager = web.Open("en", Manager);
        using var silent = await Register(manager, it, person, ("Knows", ""));
        (await Browser.Read(silent)).GetElementById("place-Knows-error").ShouldNotBeNull("nobody is registered without their knowing");
        using var saved = await Register(manager, it, person, ("Children", "Sofiia\nPavlo"), ("Email", "pere@naide.example"));
        saved.Headers.Location!.ToString().ShouldEndWith($"/people/{person}");
        var row = (await Rows(it)).ShouldHaveSingleItem();
        (row.PersonId, row.Seats, row.State, row.Language).ShouldBe((person, 3, RegistrationState.Seated, "uk"));
        row.Guests.Count(g => g.Age == Age.Child).ShouldBe(2);
        web.House.Scalar<int>($"SELECT count(*) FROM letters_letters WHERE upper(PersonId) = '{person.ToString().ToUpperInvariant()}'").ShouldBe(1);
        var page = await manager.Page($"/people/{person}");
        page.QuerySelector($"a[href='/events/{it}']").ShouldNotBeNull();
        using var twice = await Register(manager, it, person);
        (await Browser.Read(twice)).QuerySelector(".error-summary")!.TextContent.ShouldContain("registered here already");
        using var back = await manager.Post(page, $"/people/{person}", "places", ("cancel", page.QuerySelector("button[name=cancel]")!.GetAttribute("value")!));
        (await Rows(it)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Cancelled);
        using var again = await Register(manager, it, person);
        (await Rows(it)).Count(r => r.State == RegistrationState.Seated).ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_is_not_in_the_readers_language_says_in_which_it_is()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 4));
        async Task<string?> Lang(string language)
        {
            using var manager = web.Open(language, Manager);
            return (await manager.Page(Form)).QuerySelector($"option[value='{it}']")!.GetAttribute("lang");
        }
        (await Lang("ru")).ShouldBe("et");
        (await Lang("uk")).ShouldBeNull("it has a Ukrainian title");
    }

    [Fact]
    public async Task A_place_cancelled_by_mistake_is_taken_back_before_those_who_wait_and_never_twice()
    {
        var (it, person) = (await web.Publish(EventsHouse.Cafe(capacity: 2)), await Person());
        using var manager = web.Open("en", Manager + ",events.write");
        using var saved = await Register(manager, it, person);
        await web.InScope(async s =>
        {
            s.GetRequiredService<CurrentViewer>().Viewer = Viewer.Anyone;
            await s.GetRequiredService<Registering>().Register(it, new(Guid.NewGuid(), [new("Ivan", Age.Adult), new("Olha", Age.Adult)], "et") { Phone = "5550001" });
        });
        await Press(manager, $"/people/{person}", "places", "cancel");
        (await States(it)).ShouldBe([RegistrationState.Cancelled, RegistrationState.Seated], "the family that waited has the seats");
        await Press(manager, $"/people/{person}", "places", "return");
        (await States(it)).ShouldBe([RegistrationState.Waiting, RegistrationState.Seated], "nobody loses seats by it");
        await Press(manager, $"/events/{it}/registrations", "registrations", "cancel");
        await Press(manager, $"/events/{it}/registrations", "registrations", "return");
        (await States(it)).ShouldBe([RegistrationState.Waiting, RegistrationState.Seated]);
        await Press(manager, $"/events/{it}/registrations", "registrations", "cancel");
        using var again = await Register(manager, it, person);
        var page = await manager.Page($"/events/{it}/registrations");
        using var twice = await manager.Post(page, $"/events/{it}/registrations", "registrations", ("return", page.QuerySelector("button[name=return]")!.GetAttribute("value")!));
        (await Browser.Read(twice)).QuerySelector(".error-summary")!.TextContent.ShouldContain("registered here already");
        (await States(it)).ShouldBe([RegistrationState.Cancelled, RegistrationState.Seated, RegistrationState.Waiting]);
    }

    [Fact]
    public async Task Who_may_not_register_people_sees_neither_the_form_nor_the_places_and_who_may_sees_no_guest_of_the_street()
    {
        var (it, person) = (await web.Publish(EventsHouse.Cafe(capacity: 4)), await Person());
        using var manager = web.Open("en", Manager);
        using var saved = await Register(manager, it, person);
        await web.InScope(async s =>
        {
            s.GetRequiredService<CurrentViewer>().Viewer = Viewer.Anyone;
            await s.GetRequiredService<Registering>().Register(it, new(Guid.NewGuid(), [new("Ivan", Age.Adult)], "et") { Phone = "5550001" });
        });
        using var reader = web.Open("en", "people.read,events.read");
        (await reader.Get(Form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.Page($"/people/{person}")).QuerySelector($"a[href='/events/{it}']").ShouldBeNull();
        (await web.House.As(TestHouse.Somebody("events.register"), s => s.GetRequiredService<EventsDb>().Registrations.Where(r => r.EventId == it).Select(r => r.PersonId).ToListAsync())).ShouldBe([person]);
        (await web.House.As(TestHouse.Somebody("events.register"), s => s.GetRequiredService<EventsDb>().Guests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Two_records_of_one_person_get_one_place_and_both_pages_show_it()
    {
        var (it, kept, duplicate) = (await web.Publish(EventsHouse.Cafe(capacity: 4)), await Person(), await Person());
        (await web.House.As(Viewer.House, s => s.GetRequiredService<Aliases>().Merge(kept, duplicate))).ShouldBeTrue();
        using var manager = web.Open("en", Manager);
        using var saved = await Register(manager, it, duplicate);
        using var twice = await Register(manager, it, kept);
        (await Browser.Read(twice)).QuerySelector(".error-summary")!.TextContent.ShouldContain("registered here already");
        (await Rows(it)).ShouldHaveSingleItem();
        (await manager.Page($"/people/{kept}")).QuerySelector($"a[href='/events/{it}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_handed_out_with_the_persons_data_and_forgotten_with_them()
    {
        var (it, person) = (await web.Publish(EventsHouse.Cafe(capacity: 4)), await Person());
        using var manager = web.Open("en", Manager);
        using var saved = await Register(manager, it, person, ("Adults", "Ostap"), ("Phone", "555 0100"));
        await web.House.As(Viewer.House, async s =>
        {
            var data = s.GetServices<IPersonalData>().Single(d => d.GetType().Namespace == typeof(EventsDb).Namespace);
            var record = (await data.Export(person, default).ToListAsync()).ShouldHaveSingleItem();
            record.Values["guests"].ShouldBe("Orysia Zahublena, Ostap");
            await s.GetRequiredService<Work>().Do(() => data.Erase(person, default));
        });
        var row = (await Rows(it)).ShouldHaveSingleItem();
        (row.Phone, row.Seats).ShouldBe((null, 2));
        web.House.Scalar<int>($"SELECT count(*) FROM events_guests WHERE upper(EventId) = '{it.ToString().ToUpperInvariant()}' AND (Name <> '' OR Who IS NOT NULL)").ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_s_data_are_restricted_stays_on_the_list_as_they_stood_and_holds_nobody_up()
    {
        var it = await web.Publish(EventsHouse.Cafe(EventsHouse.Today, 17, 20));
        var (was, wasNot, open) = (await Person(), await Person(), await Person());
        using var manager = web.Open("en", Manager + ",events.write");
        foreach (var person in new[] { was, wasNot, open }) { using var saved = await Register(manager, it, person, ("Email", "pere@naide.example")); }
        await web.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () => (await s.GetRequiredService<EventsDb>().Guests.SingleAsync(g =>
            g.EventId == it && s.GetRequiredService<EventsDb>().Registrations.Any(r => r.Id == g.RegistrationId && r.PersonId == was))).Attend(true, false)));
        foreach (var person in new[] { was, wasNot }) { await web.House.As(TestHouse.Somebody("data-protection.rights"), s => s.GetRequiredService<IPersonRecords>().Restrict(person, "vaidlustab")); }

        var path = $"/events/{it}/attendance";
        var page = await manager.Page(path);
        var ticks = page.QuerySelectorAll("input[name=Came]").Select(i => i.GetAttribute("value")!).ToList();
        page.QuerySelector("form .notice")!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("(marked as present)"), t => t.ShouldContain("(not marked)"));
        using var recorded = await manager.Post(page, path, "attendance", ("Came", ticks.ShouldHaveSingleItem()), ("Newcomers", "0"), ("Locals", "0"));
        recorded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Rows(it)).ToDictionary(r => r.PersonId!.Value, r => r.Guests[0].Attended).ShouldBe(new Dictionary<Guid, bool> { [was] = true, [wasNot] = false, [open] = true }, ignoreOrder: true);
        web.House.Scalar<int>($"SELECT Newcomers FROM events_events WHERE upper(Id) = '{it.ToString().ToUpperInvariant()}'").ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_s_data_are_restricted_is_told_that_the_event_is_off_and_may_stay_away_themselves()
    {
        var (it, person) = (await web.Publish(EventsHouse.Cafe(capacity: 4)), await Person());
        using var manager = web.Open("en", Manager + ",events.write");
        using var saved = await Register(manager, it, person, ("Email", "pere@naide.example"));
        await web.House.As(TestHouse.Somebody("data-protection.rights"), s => s.GetRequiredService<IPersonRecords>().Restrict(person, "vaidlustab"));
        using var cancelled = await manager.Post(await manager.Page($"/events/{it}"), $"/events/{it}", "cancel");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        web.House.Scalar<int>($"SELECT count(*) FROM letters_letters WHERE upper(PersonId) = '{person.ToString().ToUpperInvariant()}'").ShouldBe(2);
        await web.InScope(async s =>
        {
            s.GetRequiredService<CurrentViewer>().Viewer = Viewer.Anyone;
            await s.GetRequiredService<Registering>().Cancel((await Rows(it)).Single().Id);
        });
        (await Rows(it)).ShouldHaveSingleItem().State.ShouldBe(RegistrationState.Cancelled);
    }

    private async Task<IEnumerable<RegistrationState>> States(Guid it) => (await Rows(it)).OrderBy(r => r.Number).Select(r => r.State);

    private static async Task Press(Browser browser, string address, string form, string button)
    {
        var page = await browser.Page(address);
        using var pressed = await browser.Post(page, address, form, (button, page.QuerySelector($"button[name={button}]")!.GetAttribute("value")!));
        pressed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<Guid> Person()
    {
        var person = Crowd.Person("Orysia", "Zahublena");
        await web.House.Add(person);
        return person.Id;
    }

    private static async Task<HttpResponseMessage> Register(Browser browser, Guid it, Guid person, params (string, string)[] more)
    {
        var path = $"{Form}?event={it}&person={person}";
        (string Name, string)[] typed = [("Event", $"{it}"), ("Person", $"{person}"), ("Knows", "true")];
        return await browser.Post(await browser.Page(path), path, "place", [.. typed.Where(t => more.All(m => m.Item1 != t.Name)), .. more]);
    }

    private Task<List<Registration>> Rows(Guid it) =>
        web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Registrations.AsNoTracking().Include(r => r.Guests).Where(r => r.EventId == it).ToListAsync());
}

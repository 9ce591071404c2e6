using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Events;
using Loim.Events.Registrations;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

public sealed class RegistrationTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    private static readonly (string, string)[] Consent = [("Consent", "true")];
    private static int homes;

    [Fact]
    public async Task Two_hundred_at_once_get_ten_seats_and_the_rest_wait_in_order()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 10));
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Register(it, $"g{i}@example.ee", 1)));
        var rows = await Rows(it);
        rows.Count.ShouldBe(answers.Count(a => a != null), "who was not told of a place was told to try again");
        rows.Count.ShouldBeGreaterThan(100);
        rows.Where(r => r.State == RegistrationState.Seated).Sum(r => r.Seats).ShouldBe(10);
        rows.Where(r => r.State == RegistrationState.Seated).ShouldAllBe(r => r.Number <= 10, "who came first has the seat");
        rows.Select(r => r.Number).Order().ShouldBe(Enumerable.Range(1, rows.Count));
    }

    [Fact]
    public async Task Families_get_all_seats_or_none_and_nobody_overtakes()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 10));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Register(it, $"f{i}@example.ee", 1 + i % 4)));
        var rows = (await Rows(it)).OrderBy(r => r.Number).ToList();
        var seated = rows.TakeWhile(r => r.State == RegistrationState.Seated).ToList();
        seated.Sum(r => r.Seats).ShouldBeLessThanOrEqualTo(10);
        rows.Skip(seated.Count).ShouldAllBe(r => r.State == RegistrationState.Waiting);
        (seated.Sum(r => r.Seats) + rows[seated.Count].Seats).ShouldBeGreaterThan(10, "the first who waits did not fit");
    }

    [Fact]
    public async Task When_seats_get_free_the_first_family_that_waits_has_them_and_is_told()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 4));
        var first = await Register(it, "first@example.ee", 3);
        var family = await Register(it, "family@example.ee", 3, "uk");
        var single = await Register(it, "single@example.ee", 1);
        using var browser = web.Open("uk", null);
        (await browser.Page(family!)).QuerySelector(".notice.warn")!.TextContent.ShouldContain("1-й у черзі");
        (await browser.Page(single!)).QuerySelector(".notice.warn")!.TextContent.ShouldContain("2-й у черзі");
        using var cancelled = await browser.Post(await browser.Page(first!), first!, "cancel");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Rows(it)).OrderBy(r => r.Number).Select(r => r.State).ShouldBe([RegistrationState.Cancelled, RegistrationState.Seated, RegistrationState.Seated]);
        (await browser.Page(family!)).QuerySelector(".notice.good")!.TextContent.ShouldContain("У вас 3 місця");
        web.House.Scalar<int>("SELECT count(*) FROM letters_letters WHERE \"Language\" = 'uk'").ShouldBe(2, "one that they wait, one that they have seats");
    }

    [Fact]
    public async Task While_somebody_waits_no_seat_is_shown_as_free()
    {
        var it = await web.Publish(EventsHouse.Cafe(EventsHouse.Today.AddDays(2), capacity: 4));
        using var resident = web.Open("en", null);
        await Register(it, "three@example.ee", 3);
        (await Shown()).ShouldBe(["1 seat free", "1 seat free"]);
        await Register(it, "two@example.ee", 2);
        (await Shown()).ShouldBe(["full, the waiting list is open", "full, the waiting list is open"], "the one seat that is left goes to those who wait");

        async Task<string[]> Shown() =>
        [
            (await resident.Page("/events/on")).QuerySelector($".event:has(a[href='/events/on/{it}']) .tag")!.TextContent,
            (await resident.Page($"/events/on/{it}")).QuerySelector("main .tag")!.TextContent,
        ];
    }

    [Fact]
    public async Task A_place_is_given_up_after_a_question_and_taken_again_by_the_same_page()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 4));
        var place = (await Register(it, "doubtful@example.ee", 3))!;
        using var browser = web.Open("en", null);
        var page = await browser.Page(place);
        page.QuerySelector("main details:not([open]) form input[name=_handler][value=cancel]").ShouldNotBeNull();
        page.QuerySelector("input[name=_handler][value=return]").ShouldBeNull();
        using var cancelled = await browser.Post(page, place, "cancel");
        var given = await browser.Page(place);
        given.QuerySelector("main")!.TextContent.ShouldContain("We are coming after all");
        using var returned = await browser.Post(given, place, "return");
        returned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Page(place)).QuerySelector("main")!.TextContent.ShouldContain("You have 3 seats");
    }

    [Fact]
    public async Task A_family_that_comes_in_smaller_number_frees_a_seat()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 3));
        var family = await Register(it, "fam@example.ee", 3);
        await Register(it, "next@example.ee", 1);
        using var browser = web.Open("et", null);
        var page = await browser.Page(family!);
        var guests = page.QuerySelectorAll<IHtmlInputElement>("input[name=Guests]").Select(i => ("Guests", i.Value)).ToArray();
        guests.Length.ShouldBe(3);
        using var changed = await browser.Post(page, family!, "coming", [guests[0], guests[1], ("Needs", "child-care")]);
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var rows = (await Rows(it)).OrderBy(r => r.Number).ToList();
        rows.Select(r => (r.Seats, r.State)).ShouldBe([(2, RegistrationState.Seated), (1, RegistrationState.Seated)]);
        rows[0].Needs.ShouldBe(["child-care"]);
    }

    [Fact]
    public async Task Beside_the_consent_stands_what_is_kept()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        using var browser = web.Open("uk", null);
        (await browser.Page($"/events/on/{it}")).QuerySelector("form a[href='/data-protection/about-you']")!.TextContent.ShouldBe("Що ми зберігаємо про вас");
    }

    [Fact]
    public async Task Pressing_twice_registers_once()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        using var browser = web.Open("et", null);
        var page = await browser.Page($"/events/on/{it}");
        for (var i = 0; i < 2; i++)
        {
            using var answer = await browser.Post(page, $"/events/on/{it}", "register", ("Name1", "Ivan"), ("Age1", "Adult"), ("Phone", "5550001"), ("Consent", "true"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        (await Rows(it)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "a@example.ee", true, "register-Name1")]
    [InlineData("Ivan", "", true, "register-Email")]
    [InlineData("Ivan", "not an address", true, "register-Email")]
    [InlineData("Ivan", "ana@bad", true, "register-Email")]
    [InlineData("Ivan", "ana@bad.", true, "register-Email")]
    [InlineData("Ivan", "a@example.ee", false, "register-Consent")]
    public async Task What_is_missing_is_said_beside_the_field(string name, string email, bool consent, string beside)
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        using var browser = web.Open("en", null);
        using var answer = await browser.Post(await browser.Page($"/events/on/{it}"), $"/events/on/{it}", "register",
            [("Name1", name), ("Age1", "Adult"), ("Email", email), .. consent ? Consent : []]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Loim.Core.Tests.Web.Browser.Read(answer)).GetElementById(beside + "-error").ShouldNotBeNull();
        (await Rows(it)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mistakes_are_named_in_the_order_of_the_page()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        using var browser = web.Open("en", null);
        using var answer = await browser.Post(await browser.Page($"/events/on/{it}"), $"/events/on/{it}", "register", ("Name1", ""), ("Age1", "Adult"));
        (await Loim.Core.Tests.Web.Browser.Read(answer)).QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#register-Name1", "#register-Email", "#register-Consent"]);
    }

    [Theory]
    [InlineData("abc", false)]
    [InlineData("1234", false)]
    [InlineData("1234567890123456", false)]
    [InlineData("55+51234", false)]
    [InlineData("+372 5551-234", true)]
    public async Task A_telephone_is_enough_when_it_can_be_rung_and_the_form_says_so_from_the_start(string phone, bool right)
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        using var browser = web.Open("en", null);
        var page = await browser.Page($"/events/on/{it}");
        page.QuerySelector("label[for=register-Phone] .optional, label[for=register-Email] .optional").ShouldBeNull();
        page.GetElementById("register-Email-hint")!.TextContent.ShouldContain("one is enough");
        using var answer = await browser.Post(page, $"/events/on/{it}", "register", [("Name1", "Ivan"), ("Age1", "Adult"), ("Phone", phone), .. Consent]);
        answer.StatusCode.ShouldBe(right ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_row_for_another_person_comes_without_a_script_and_loses_nothing()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        using var browser = web.Open("et", null);
        using var answer = await browser.Post(await browser.Page($"/events/on/{it}"), $"/events/on/{it}", "register", ("Name1", "Ivan"), ("step", "add"));
        var page = await Loim.Core.Tests.Web.Browser.Read(answer);
        page.QuerySelectorAll("input[name^=Name]").Length.ShouldBe(2);
        page.GetElementById("register-Name1")!.GetAttribute("value").ShouldBe("Ivan");
    }

    [Fact]
    public async Task Drafts_are_not_public_and_closed_events_take_nobody()
    {
        using var browser = web.Open("et", null);
        var draft = Event.Draft(EventsHouse.Cafe(capacity: 5));
        await web.Write(s => s.GetRequiredService<EventsDb>().Add(draft));
        await browser.Page($"/events/on/{draft.Id}", HttpStatusCode.NotFound);
        (await browser.Page("/events/on")).Body!.InnerHtml.ShouldNotContain(draft.Id.ToString());
        var open = await web.Publish(EventsHouse.Cafe());
        (await browser.Page($"/events/on/{open}")).QuerySelector("form[method=post]").ShouldBeNull("the door is open");
    }

    [Fact]
    public async Task A_link_that_is_none_has_a_page_of_its_own()
    {
        using var browser = web.Open("en", null);
        (await browser.Page("/events/place/none", HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent.ShouldBe("This link no longer works");
    }

    [Fact]
    public async Task Titles_stand_in_the_language_of_the_reader()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        using var browser = web.Open("uk", null);
        (await browser.Page($"/events/on/{it}")).QuerySelector("h1")!.TextContent.ShouldBe("Мовне кафе");
        using var english = web.Open("en", null);
        (await english.Page($"/events/on/{it}")).QuerySelector("h1")!.TextContent.ShouldBe("Keelekohvik", "there is no English one");
        foreach (var path in new[] { "/events?When=next", $"/events/{it}" })
        {
            using var organiser = web.Open("uk", "events.read,events.write");
            (await organiser.Page(path)).QuerySelector("main")!.TextContent.ShouldContain("Мовне кафе", customMessage: path);
            using var reader = web.Open("en", "events.read,events.write");
            (await reader.Page(path)).QuerySelectorAll("main [lang=et]").ShouldContain(e => e.TextContent == "Keelekohvik", path);
        }
    }

    [Fact]
    public async Task Who_only_reads_events_sees_no_registration_and_reading_one_is_noted()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        await Register(it, "secret@example.ee", 1);
        using var reader = web.Open("et", "events.read");
        await reader.Page($"/events/{it}/registrations", HttpStatusCode.Forbidden);
        (await web.House.As(TestHouse.Somebody("events.read"), s => s.GetRequiredService<EventsDb>().Guests.CountAsync())).ShouldBe(0);
        var before = web.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE \"Action\" = 'read'");
        using var organiser = web.Open("et", "events.read,events.write");
        (await organiser.Page($"/events/{it}/registrations")).Body!.TextContent.ShouldContain("secret@example.ee");
        web.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE \"Action\" = 'read'").ShouldBe(before + 1);
    }

    [Fact]
    public async Task Names_are_forgotten_after_their_days_and_the_seats_stay_counted()
    {
        await using var house = TestHouse.With(new EventsModule());
        var it = Event.Draft(EventsHouse.Cafe(EventsHouse.Today, 20, 5));
        it.Publish();
        await house.As(Viewer.House, s => s.GetRequiredService<Loim.Data.Work>().Do(() => { s.GetRequiredService<EventsDb>().Add(it); }));
        await house.As(Viewer.Anyone, s => s.GetRequiredService<Registering>().Register(it.Id, new(Guid.NewGuid(), [new("Ivan", Age.Adult)], "et") { Phone = "5550001" }));
        await Run();
        house.Scalar<string>("SELECT \"Name\" FROM events_guests").ShouldBe("Ivan");
        house.Clock.Advance(TimeSpan.FromDays(32));
        await Run();
        house.Scalar<string>("SELECT \"Name\" FROM events_guests").ShouldBe("");
        house.Scalar<int>("SELECT count(*) FROM events_registrations WHERE \"Phone\" IS NULL AND \"Seats\" = 1").ShouldBe(1);

        Task Run() => house.As(Viewer.House, s => s.GetRequiredService<Loim.DataProtection.Keeping.KeepInTime>().Run(default));
    }

    [Fact]
    public async Task A_registration_can_be_exported_and_erased()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        await Register(it, "export@example.ee", 2);
        var id = (await Rows(it)).Single().Id;
        await web.House.As(Viewer.House, async s =>
        {
            var data = s.GetServices<IPersonalData>().Single(d => d.GetType().Namespace == "Loim.Events");
            var record = await data.Export(id, default).SingleAsync();
            record.Values["email"].ShouldBe("export@example.ee");
            (await s.GetRequiredService<Loim.Data.Work>().Do(() => data.Erase(id, default))).ShouldBe(1);
        });
        var row = (await Rows(it)).Single();
        (row.Email, row.Seats).ShouldBe((null, 2));
    }

    /// <summary>Each family has a computer of its own.</summary>
    /// <returns>The address of their place, or null when the house was too busy and said so.</returns>
    private async Task<string?> Register(Guid it, string email, int people, string language = "et")
    {
        var home = Interlocked.Increment(ref homes);
        using var browser = web.Open(language, null).From($"10.0.{home / 256}.{home % 256}");
        var path = $"/events/on/{it}";
        var page = await browser.Page(path);
        var names = Enumerable.Range(1, people).SelectMany(i => new[] { ($"Name{i}", $"Inimene {i}"), ($"Age{i}", "Adult") });
        using var answer = await browser.Post(page, path, "register", [.. names, ("Email", email), .. Consent]);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) { return null; }
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    private Task<List<Registration>> Rows(Guid it) =>
        web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Registrations.AsNoTracking().Where(r => r.EventId == it).ToListAsync());
}

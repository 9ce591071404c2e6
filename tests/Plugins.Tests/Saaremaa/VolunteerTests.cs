using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Letters;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saaremaa.Volunteers;
using Saaremaa.Volunteers.Matching;

namespace Loim.Plugins.Tests.Saaremaa;

public sealed class VolunteersHouse() : WebHouse(new VolunteersModule());

/// <summary>Who is found for what, and the hours that they log by their link.</summary>
public sealed class VolunteerTests(VolunteersHouse house) : IClassFixture<VolunteersHouse>
{
    private static readonly DateOnly Today = new(2025, 9, 15);

    [Fact]
    public void The_short_list_has_those_who_speak_and_can_checked_first_then_who_gave_least()
    {
        var (tired, fresh, unchecked_) = (Helper("et", "uk"), Helper("uk"), Helper("uk"));
        unchecked_.CheckedOn = Today.AddMonths(-24);
        var gone = Helper("uk");
        gone.Leave(Today);
        var hours = new Dictionary<Guid, int> { [tired.Id] = 12, [fresh.Id] = 1 };
        var found = Suggestion.For([tired, Helper("et"), unchecked_, gone, fresh], "uk", "transport", hours, Today, 24);
        found.Select(s => s.Volunteer).ShouldBe([fresh, tired, unchecked_]);
        found[0].Reasons.ShouldBe(["language", "skill", "checked"]);
        found[2].Reasons.ShouldBe(["language", "skill", "unchecked"]);
        Suggestion.For([tired, fresh], "uk", "sport", hours, Today, 24).ShouldBeEmpty();
        Suggestion.For(Enumerable.Range(0, 9).Select(_ => Helper("uk")), null, null, hours, Today, 24).Count.ShouldBe(Suggestion.ShortList);
    }

    [Fact]
    public async Task A_volunteer_is_found_for_a_person_by_their_language()
    {
        var person = Crowd.Person("Ivanna", "Lypa");
        await house.House.Add(person);
        using var keeper = house.Open("et", "people.read,volunteers.read,volunteers.keep");
        await Register(keeper, "Maarika Rand", "uk");
        var page = await keeper.Page($"/volunteers/match?person={person.Id}");
        page.QuerySelector("select[name=language] option[selected]")!.GetAttribute("value").ShouldBe("uk");
        page.QuerySelector(".thread")!.TextContent.ShouldContain("Maarika Rand");
        page.QuerySelector(".thread")!.TextContent.ShouldContain("räägib keelt");
        (await keeper.Page("/volunteers/match?language=en&skill=children")).QuerySelector(".empty").ShouldNotBeNull();
        (await keeper.Page("/volunteers")).QuerySelector("tbody")!.TextContent.ShouldContain("Maarika Rand");
    }

    [Fact]
    public async Task A_volunteer_may_speak_another_language_and_gets_letters_in_one_of_the_house()
    {
        using var keeper = house.Open("en", "people.read,volunteers.read,volunteers.keep");
        var form = await keeper.Page("/volunteers/new");
        (string, string)[] typed = [("Name", "Layla Rand"), ("Email", "layla@naide.example"), ("Languages", "other"), ("Languages", "en"), ("Skills", "errands")];
        using var letters = await keeper.Post(form, "/volunteers/new", "volunteer", [.. typed, ("Letters", "other")]);
        (await Browser.Read(letters)).GetElementById("volunteer-Letters-error").ShouldNotBeNull();
        using var added = await keeper.Post(form, "/volunteers/new", "volunteer", [.. typed, ("Letters", "en")]);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        (await keeper.Page("/volunteers/match?language=other&skill=errands")).QuerySelector(".thread")!.TextContent.ShouldContain("Layla Rand");
    }

    [Fact]
    public async Task Who_has_left_is_found_again_and_comes_back()
    {
        using var keeper = house.Open("et", "volunteers.read,volunteers.keep");
        var volunteer = await Register(keeper, "Tiiu Lahkuja", "et");
        using var left = await keeper.Post(await keeper.Page(volunteer), volunteer, "act", ("act", "leave"));
        var list = await keeper.Page("/volunteers");
        list.QuerySelector("main")!.TextContent.ShouldNotContain("Tiiu Lahkuja");
        list.QuerySelector("a[href='/volunteers?left=true']").ShouldNotBeNull();
        (await keeper.Page("/volunteers?left=true")).QuerySelector($"tbody a[href$='{volunteer[^36..]}']")!.TextContent.ShouldBe("Tiiu Lahkuja");
        using var back = await keeper.Post(await keeper.Page(volunteer), volunteer, "act", ("act", "return"));
        (await keeper.Page("/volunteers")).QuerySelector("tbody")!.TextContent.ShouldContain("Tiiu Lahkuja");
    }

    [Fact]
    public async Task Hours_are_logged_by_link_counted_and_a_slip_is_taken_back()
    {
        using var keeper = house.Open("et", "volunteers.read,volunteers.keep");
        var volunteer = await Register(keeper, "Kersti Saar", "uk");
        using var sent = await keeper.Post(await keeper.Page(volunteer), volunteer, "act", ("act", "link"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        var link = await LinkOfTheLastLetter();
        using var helper = house.Open("uk", null);
        var before = await Hours();
        await Log(helper, link, "3", HttpStatusCode.Redirect);
        await Log(helper, link, "14", HttpStatusCode.UnprocessableEntity);
        await Log(helper, link, "2", HttpStatusCode.Redirect);
        (await Hours()).ShouldBe(before + 5);
        var page = await helper.Page(link);
        using var back = await helper.Post(page, link, "slip", ("back", page.QuerySelector<IHtmlButtonElement>("button[name=back]")!.Value));
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Hours()).ShouldBe(before + 3);
        using var left = await keeper.Post(await keeper.Page(volunteer), volunteer, "act", ("act", "leave"));
        (await helper.Get(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var id = Guid.Parse(volunteer.Split('/')[^1]);
        await house.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetServices<IPersonalData>().OfType<VolunteersData>().Single().Erase(id, default)));
        (await Hours()).ShouldBe(before + 3, "what was given stays counted");
        (await keeper.Get(volunteer)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Hours_are_put_right_by_link_for_a_day_and_by_the_keeper_at_any_time()
    {
        using var keeper = house.Open("et", "volunteers.read,volunteers.keep");
        var volunteer = await Register(keeper, "Leida Parandaja", "et");
        using var sent = await keeper.Post(await keeper.Page(volunteer), volunteer, "act", ("act", "link"));
        var link = await LinkOfTheLastLetter();
        using var helper = house.Open("et", null);
        var before = await Hours();
        await Log(helper, link, "9", HttpStatusCode.Redirect);
        await Log(helper, link, "5", HttpStatusCode.Redirect);
        var entries = (await keeper.Page(volunteer)).QuerySelectorAll("main a[href*='/entries/']").Select(a => a.GetAttribute("href")!).ToList();
        var right = $"{link}?entry={entries[0][^36..]}";
        (await helper.Page(right)).QuerySelector("input[name=Hours]")!.GetAttribute("value").ShouldBeOneOf("9", "5");
        await Log(helper, right, "12", HttpStatusCode.UnprocessableEntity);
        await Log(helper, right, "2", HttpStatusCode.Redirect);
        (await helper.Page($"{link}?entry={Guid.CreateVersion7()}")).QuerySelector("input[name=Hours]")!.GetAttribute("value").ShouldBeNullOrEmpty();

        house.House.Scalar<long>("UPDATE volunteers_hours SET LoggedAt = '2025-09-01 08:00:00' RETURNING 1");
        (await helper.Page(link)).QuerySelectorAll("main .todo a, main .todo button").ShouldBeEmpty();
        var sum = await Hours();
        await Log(helper, right, "1", HttpStatusCode.Redirect);
        (await Hours()).ShouldBe(sum, "after a day the figure may have been used");
        using var corrected = await keeper.Post(await keeper.Page(entries[0]), entries[0], "hours", ("Day", "13.9.2025"), ("Hours", "3"), ("Skill", "sport"));
        corrected.StatusCode.ShouldBe(HttpStatusCode.Redirect, await corrected.Content.ReadAsStringAsync());
        var both = await Hours();
        foreach (var (act, expected) in new[] { ("take-back", both - 3), ("return", both) })
        {
            using var pressed = await keeper.Post(await keeper.Page(entries[0]), entries[0], "taking", ("do", act));
            pressed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await pressed.Content.ReadAsStringAsync());
            (await Hours()).ShouldBe(expected);
        }
        (both - before).ShouldBeOneOf(8, 12);
    }

    [Fact]
    public async Task Who_sits_at_a_desk_sees_helpers_by_name_with_their_hours_and_changes_nothing()
    {
        using var keeper = house.Open("et", "volunteers.read,volunteers.keep");
        var volunteer = await Register(keeper, "Õie Lauaäärne", "et");
        using var desk = house.Open("et", "volunteers.read");
        (await desk.Page("/volunteers")).QuerySelector("tbody")!.TextContent.ShouldContain("Õie Lauaäärne");
        var page = await desk.Page(volunteer);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Õie Lauaäärne");
        page.QuerySelector(".page-head")!.TextContent.ShouldContain("0 tundi");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("abi@naide.example");
        page.QuerySelector("main form").ShouldBeNull();
        using var pressed = await desk.Post(await keeper.Page(volunteer), volunteer, "act", ("act", "leave"));
        (await keeper.Page("/volunteers")).QuerySelector("tbody")!.TextContent.ShouldContain("Õie Lauaäärne");
        foreach (var closed in new[] { volunteer + "/change", "/volunteers/new", $"/volunteers/entries/{Guid.CreateVersion7()}" }) { (await desk.Get(closed)).StatusCode.ShouldBe(HttpStatusCode.Forbidden); }
    }

    [Fact]
    public async Task A_link_from_before_somebody_left_stays_shut_when_they_are_back()
    {
        using var keeper = house.Open("et", "volunteers.read,volunteers.keep");
        var volunteer = await Register(keeper, "Leida Tagasi", "et");
        var link = await house.House.As(Viewer.House, s => s.GetRequiredService<Loim.Letters.Links.IPersonalLinks>()
            .Make(new(global::Saaremaa.Volunteers.Hours.HoursLetters.Purpose, Guid.Parse(volunteer[^36..]), "/volunteers/hours/{0}", TimeSpan.FromDays(30))));
        using var helper = house.Open("et", null);
        await helper.Page(new Uri(link).AbsolutePath);
        foreach (var act in new[] { "leave", "return" }) { using var done = await keeper.Post(await keeper.Page(volunteer), volunteer, "act", ("act", act)); }
        (await helper.Get(new Uri(link).AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_register_is_closed_to_others_and_a_link_to_guess_opens_nothing()
    {
        using var stranger = house.Open("et", "people.read,events.read");
        foreach (var page in new[] { "/volunteers", "/volunteers/match", "/volunteers/new" }) { (await stranger.Get(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden); }
        (await stranger.Get("/volunteers/hours/abcdef")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.House.As(TestHouse.Somebody("people.*", "events.*"), s => s.GetRequiredService<VolunteersDb>().Volunteers.CountAsync())).ShouldBe(0);
        using var keeper = house.Open("et", "volunteers.read,volunteers.keep");
        using var wrong = await keeper.Post(await keeper.Page("/volunteers/new"), "/volunteers/new", "volunteer", ("Name", "Keegi"), ("Email", "keegi"), ("Letters", "et"), ("Languages", "et"), ("Skills", "sport"), ("CheckedOn", "16.9.2025"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(wrong)).GetElementById("volunteer-CheckedOn-error").ShouldNotBeNull();
    }

    private static Volunteer Helper(params string[] languages) => new()
    {
        Name = new("x"), Email = new("x@naide.example"), Languages = [.. languages], Skills = ["transport"], CheckedOn = Today.AddMonths(-3), Language = "et",
    };

    private static async Task<string> Register(Browser keeper, string name, string language)
    {
        using var added = await keeper.Post(await keeper.Page("/volunteers/new"), "/volunteers/new", "volunteer",
            ("Name", name), ("Email", "abi@naide.example"), ("Letters", language), ("Languages", language), ("Skills", "transport"), ("CheckedOn", "1.9.2025"));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        return added.Headers.Location!.ToString();
    }

    private static async Task Log(Browser helper, string link, string hours, HttpStatusCode expected)
    {
        using var logged = await helper.Post(await helper.Page(link), link, "log", ("Day", "14.9.2025"), ("Hours", hours), ("Skill", "transport"));
        logged.StatusCode.ShouldBe(expected, await logged.Content.ReadAsStringAsync());
    }

    private Task<long> Hours() => house.House.As(Viewer.House, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == "volunteers.hours").Evidence(Period.Quarter(2025, 3)).SumAsync(e => e.Amount));

    private async Task<string> LinkOfTheLastLetter()
    {
        var link = "";
        await house.InScope(async services =>
        {
            services.GetRequiredService<CurrentViewer>().Viewer = Viewer.House;
            var letter = await services.GetRequiredService<LettersDb>().Letters.OrderByDescending(l => l.WrittenAt).ThenByDescending(l => l.Id).FirstAsync();
            var body = services.GetRequiredService<Reading>().Open(Guid.Empty, letter.Body!.Value, Loim.Letters.Outbox.Letter.Place("Body", letter.Id))!;
            link = new Uri(body.Split("href=\"")[1].Split('"')[0]).AbsolutePath;
        });
        return link;
    }
}

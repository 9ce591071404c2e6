using System.Net;
using AngleSharp.Dom;
using Loim.Access;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Events;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saaremaa.Volunteers;
using Saaremaa.Volunteers.Matches;

namespace Loim.Plugins.Tests.Saaremaa;

/// <summary>Whom a volunteer helps, since when and until when, and what stays of it.</summary>
public sealed class MatchTests(VolunteersHouse house) : IClassFixture<VolunteersHouse>
{
    private const string Manager = "people.read,events.read,volunteers.read,volunteers.match";
    private static readonly DateOnly Today = new(2025, 9, 15);

    [Fact]
    public void A_match_is_agreed_and_ended_on_days_that_were_and_each_step_can_be_taken_back()
    {
        var match = Match.WithPerson(Guid.NewGuid(), Guid.NewGuid(), "errands", Today);
        Should.Throw<InvalidOperationException>(match.TakeBack);
        Should.Throw<InvalidOperationException>(() => match.Agree(Today.AddDays(1), Today));
        match.Agree(Today.AddDays(-3), Today);
        Should.Throw<InvalidOperationException>(() => match.Agree(Today, Today));
        Should.Throw<InvalidOperationException>(() => match.End(Today.AddDays(-4), Today));
        match.End(Today, Today);
        match.State.ShouldBe(MatchState.Ended);
        match.TakeBack();
        (match.State, match.AgreedOn).ShouldBe((MatchState.Agreed, Today.AddDays(-3)));
        match.TakeBack();
        match.State.ShouldBe(MatchState.Proposed);
        match.End(Today, Today);
        match.AgreedOn.ShouldBeNull("it came to nothing");
    }

    [Fact]
    public async Task A_helper_is_proposed_agreed_ended_and_put_back_and_both_pages_tell_of_it()
    {
        var (volunteer, person) = (await Helper("Maarika Rand", "crafts"), await Somebody("Ivanna", "Lypa"));
        using var manager = house.Open("et", Manager);
        var found = await manager.Page($"/volunteers/match?person={person}&skill=crafts");
        var propose = found.QuerySelector($"main a.button[href^='/volunteers/{volunteer}/match?']")!.GetAttribute("href")!;
        var form = await manager.Page(propose);
        form.QuerySelector("input[name=Client]")!.GetAttribute("value").ShouldBe($"{person}");
        using var proposed = await manager.Post(form, propose, "match", ("Client", $"{person}"), ("Skill", "crafts"));
        proposed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await proposed.Content.ReadAsStringAsync());
        var match = proposed.Headers.Location!.ToString();
        using var twice = await manager.Post(form, propose, "match", ("Client", $"{person}"), ("Skill", "crafts"));
        (await Browser.Read(twice)).GetElementById("match-Skill-error").ShouldNotBeNull();
        (await Pairs(person)).ShouldBe(0, "it is not agreed");

        await Do(manager, match, "step", "agree", "10.9.2025");
        (await manager.Page($"/volunteers/{volunteer}")).QuerySelector("main .todo")!.TextContent.ShouldContain("käsitöö ja kokandus, alates 10.09.2025");
        var section = (await manager.Page($"/people/{person}")).QuerySelector($"main a[href$='{match[^36..]}']")!.Closest("li")!.TextContent;
        section.ShouldContain("Maarika Rand");
        section.ShouldContain("kokku lepitud");
        (await Pairs(person)).ShouldBe(1);

        await Do(manager, match, "step", "end", "12.9.2025");
        (await manager.Page($"/volunteers/{volunteer}")).QuerySelector("main .todo")!.TextContent.ShouldContain("10.09.2025–12.09.2025");
        await Do(manager, match, "undo", "back-Ended");
        await Do(manager, match, "undo", "back-Agreed");
        await Do(manager, match, "undo", "remove");
        (await manager.Get(match)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it was made by mistake");
    }

    [Fact]
    public async Task A_day_ahead_or_before_the_agreement_is_refused_beside_its_field()
    {
        using var manager = house.Open("ru", Manager);
        var match = await Agreed(await Helper("Ants"), await Somebody("Olha", "Moroz"), new(2025, 9, 10));
        foreach (var day in new[] { "16.9.2025", "9.9.2025", "" })
        {
            using var answer = await manager.Post(await manager.Page(match), match, "step", ("do", "end"), ("Day", day));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, day);
            (await Browser.Read(answer)).GetElementById("step-Day-error").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Help_at_an_event_lasts_its_day_and_is_no_pair()
    {
        var held = await house.House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new NewEvent
        {
            Kind = EventKind.LanguageCafe, Title = "Saarekohvik", Day = new(2025, 9, 20), Start = new(17, 30), End = new(19, 0), Venue = "Saal", Organiser = "Vald",
        }));
        var volunteer = await Helper("Tiiu Abi");
        using var organiser = house.Open("et", "events.read,volunteers.read,volunteers.match");
        var path = $"/volunteers/{volunteer}/match?event={held}";
        var form = await organiser.Page(path);
        form.QuerySelector("input[name=Client]").ShouldBeNull("who sees no people chooses none");
        using var both = await organiser.Post(form, path, "match", ("Event", ""), ("Skill", "errands"));
        (await Browser.Read(both)).GetElementById("match-Event-error").ShouldNotBeNull();
        using var proposed = await organiser.Post(form, path, "match", ("Event", $"{held}"), ("Skill", "errands"));
        var match = proposed.Headers.Location!.ToString();
        await Do(organiser, match, "step", "agree", "15.9.2025");
        (await organiser.Page($"/volunteers/{volunteer}")).QuerySelector("main .todo")!.TextContent.ShouldContain("Saarekohvik");
        (await Figure()).Select(e => e.Href).ShouldNotContain(new Uri(match).AbsolutePath);
    }

    [Fact]
    public async Task Who_may_not_see_the_person_sees_that_there_is_one_and_who_only_reads_changes_nothing()
    {
        var (volunteer, person) = (await Helper("Leo Abi"), await Somebody("Zoriana", "Vasylenko"));
        var match = await Agreed(volunteer, person, new(2025, 9, 10));
        using var reader = house.Open("et", "volunteers.read");
        var page = await reader.Page(match);
        page.QuerySelector("main")!.TextContent.ShouldContain("inimene registrist");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Zoriana");
        page.QuerySelector($"main a[href='/people/{person}']").ShouldBeNull();
        page.QuerySelector("main form").ShouldBeNull();
        (await reader.Get($"/volunteers/{volunteer}/match")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = house.Open("et", "people.read,events.read");
        (await stranger.Get(match)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.Page($"/people/{person}")).DocumentElement.TextContent.ShouldNotContain("Leo Abi");
        using var blind = house.Open("et", "volunteers.read,volunteers.match");
        var path = $"/volunteers/{volunteer}/match";
        using var guessed = await blind.Post(await blind.Page(path), path, "match", ("Client", $"{await Somebody("Halyna", "Koval")}"), ("Skill", "errands"));
        guessed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_leaves_helps_nobody_until_they_are_back()
    {
        var (volunteer, person) = (await Helper("Kaja Lahkuja"), await Somebody("Petro", "Savchuk"));
        var match = await Agreed(volunteer, person, new(2025, 9, 1));
        using var keeper = house.Open("et", Manager + ",volunteers.keep");
        using var left = await keeper.Post(await keeper.Page($"/volunteers/{volunteer}"), $"/volunteers/{volunteer}", "act", ("act", "leave"));
        var page = await keeper.Page(match);
        page.QuerySelector("main .tag")!.TextContent.ShouldContain("lõppenud");
        page.QuerySelector("main form").ShouldBeNull();
        (await keeper.Get($"/volunteers/{volunteer}/match")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var back = await keeper.Post(await keeper.Page($"/volunteers/{volunteer}"), $"/volunteers/{volunteer}", "act", ("act", "return"));
        (await keeper.Page(match)).QuerySelector("main .tag")!.TextContent.ShouldContain("kokku lepitud");
    }

    [Fact]
    public async Task Erasing_either_side_leaves_a_pair_that_is_counted_and_names_nobody()
    {
        var (volunteer, person) = (await Helper("Mart Abi"), await Somebody("Nadiia", "Bila"));
        var match = await Agreed(volunteer, person, new(2025, 9, 1));
        var id = Guid.Parse(match[^36..]);
        (await Data(d => Export(d, person))).ShouldBe(["match-record"]);
        (await Data(d => Export(d, volunteer))).ShouldBe(["volunteer", "match-record"]);
        (await Data(d => d.ServedSince(Today, default))).ShouldContain(person);
        await Data(d => d.Erase(person, default));
        (await Data(d => Export(d, person))).ShouldBeEmpty();
        await Data(d => d.Erase(volunteer, default));
        var left = await house.House.As(Viewer.House, s => s.GetRequiredService<VolunteersDb>().Matches.AsNoTracking().SingleAsync(m => m.Id == id));
        (left.PersonId, left.EndedOn).ShouldBe((null, Today));
        (await Figure()).ShouldContain(e => e.Id == id);
    }

    [Fact]
    public async Task What_is_long_over_names_the_person_no_more_and_what_goes_on_does()
    {
        var volunteer = await Helper("Ene Abi");
        var (over, never, on) = (await Somebody("A", "B"), await Somebody("C", "D"), await Somebody("E", "F"));
        await Write(s =>
        {
            var old = Match.WithPerson(volunteer, over, "errands", new(2019, 1, 10));
            old.Agree(new(2019, 1, 11), Today);
            old.End(new(2019, 5, 1), Today);
            var going = Match.WithPerson(volunteer, on, "errands", new(2019, 1, 10));
            going.Agree(new(2019, 1, 11), Today);
            s.GetRequiredService<VolunteersDb>().AddRange(old, going, Match.WithPerson(volunteer, never, "errands", new(2019, 1, 10)));
        });
        await house.House.As(Viewer.House, async s =>
        {
            var due = s.GetServices<IPersonalData>().OfType<VolunteersData>().Single().Retention.Single(r => r.What == "match-record").Due(new(2020, 9, 15, 0, 0, 0, DateTimeKind.Utc));
            (await due.Count([], default)).ShouldBe(2);
            await s.GetRequiredService<Work>().Do(() => due.Forget(100, [], default));
        });
        (await house.House.As(Viewer.House, s => s.GetRequiredService<VolunteersDb>().Matches.Where(m => m.VolunteerId == volunteer && m.PersonId != null).Select(m => m.PersonId).ToListAsync())).ShouldBe([on]);
    }

    private async Task<Guid> Helper(string name, string skill = "errands")
    {
        var volunteer = new Volunteer { Name = new(name), Email = new("abi@naide.example"), Languages = ["uk", "et"], Skills = [skill, "sport"], CheckedOn = Today.AddDays(-30), Language = "et" };
        await Write(s => s.GetRequiredService<VolunteersDb>().Add(volunteer));
        return volunteer.Id;
    }

    private async Task<Guid> Somebody(string given, string family)
    {
        var person = Crowd.Person(given, family);
        await house.House.Add(person);
        return person.Id;
    }

    private async Task<string> Agreed(Guid volunteer, Guid person, DateOnly since)
    {
        var match = Match.WithPerson(volunteer, person, "errands", since);
        match.Agree(since, Today);
        await Write(s => s.GetRequiredService<VolunteersDb>().Add(match));
        return $"/volunteers/matches/{match.Id}";
    }

    private static async Task Do(Browser by, string match, string form, string what, string? day = null)
    {
        using var done = await by.Post(await by.Page(match), match, form, day is null ? [("do", what)] : [("do", what), ("Day", day)]);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync());
    }

    private static async Task<List<string>> Export(VolunteersData data, Guid person)
    {
        var sections = new List<string>();
        await foreach (var record in data.Export(person, default)) { sections.Add(record.Section); }
        return sections;
    }

    private Task<T> Data<T>(Func<VolunteersData, Task<T>> ask) => house.House.As(Viewer.House, s =>
        s.GetRequiredService<Work>().Do(() => ask(s.GetServices<IPersonalData>().OfType<VolunteersData>().Single())));

    private Task Write(Action<IServiceProvider> change) => house.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => change(s)));

    private Task<List<Evidence>> Figure() => house.House.As(Viewer.House, s => s.GetServices<IIndicator>().Single(i => i.Code == "volunteers.pairs").Evidence(Period.Quarter(2025, 3)).ToListAsync());

    private async Task<int> Pairs(Guid person) => (await Figure()).Count(e => e.Person == person);
}

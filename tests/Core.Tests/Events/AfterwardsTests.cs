using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Data;
using Loim.Events;
using Loim.Events.Attendance;
using Loim.Events.Feedbacks;
using Loim.Events.Registrations;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

/// <summary>Attendance by list and by heads, who came again, what they thought.</summary>
public sealed class AfterwardsTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    private static readonly DateOnly Today = EventsHouse.Today;

    [Fact]
    public async Task Those_ticked_and_those_counted_are_participants_and_who_came_again_is_known()
    {
        using var organiser = web.Open("et", "events.read,events.write");
        // Today's two events: the earlier day's visit is recorded on the day itself.
        var earlier = await web.Publish(EventsHouse.Cafe(Today, 18, 20));
        await web.Register(earlier, "again@example.ee", false, "Ivan", "Olha");
        await EventsHouse.Tick(organiser, earlier, 2, ("Newcomers", "0"), ("Locals", "0"));
        web.House.Clock.Advance(TimeSpan.FromDays(1));
        var later = await web.Publish(EventsHouse.Cafe(Today.AddDays(1), 18, 20));
        await web.Register(later, "again@example.ee", false, "Ivan", "Olha");
        await web.Register(later, "local@example.ee", true, "Mari");
        await EventsHouse.Tick(organiser, later, 3, ("Newcomers", "4"), ("Locals", "2"), ("Returning", "1"));
        var held = await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Events.AsNoTracking().SingleAsync(e => e.Id == later));
        (held.State, held.Newcomers, held.Locals, held.Returning).ShouldBe((EventState.Held, 6, 3, 3));
        (await Sum("events.returning")).ShouldBe(3);
        (await Sum("events.registrations")).ShouldBe(5);
        web.House.Scalar<int>("SELECT count(*) FROM letters_letters WHERE \"Kind\" = 'FeedbackAsked'").ShouldBe(3, "one a registration, once");
        var again = await organiser.Page($"/events/{later}/attendance");
        again.GetElementById("attendance-Newcomers")!.GetAttribute("value").ShouldBe("4", "the others alone");
        again.QuerySelectorAll("input[name=Came][checked]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task An_event_that_was_held_and_never_counted_shows_so_and_adds_nobody_to_the_figures()
    {
        var it = await Held();
        var before = await Sum("events.participants");
        web.House.Scalar<int>($"UPDATE events_events SET Newcomers = NULL, Locals = NULL, \"Returning\" = NULL WHERE upper(Id) = '{it.ToString().ToUpperInvariant()}' RETURNING 1");
        using var organiser = web.Open("en", "events.read,events.write");
        var page = await organiser.Page($"/events/{it}");
        page.QuerySelectorAll(".figure, .fig").ShouldBeEmpty();
        page.QuerySelector($"a[href='/events/{it}/attendance']").ShouldNotBeNull();
        (await Sum("events.participants")).ShouldBeLessThan(before);
    }

    [Fact]
    public async Task Feedback_by_a_letters_link_is_given_once_and_says_not_who()
    {
        var it = await Held();
        var link = await web.House.As(Viewer.House, s => s.GetRequiredService<FeedbackLinks>().Make(it, once: true));
        using var guest = web.Open("uk", null);
        using var given = await guest.Post(await guest.Page(link), link, "feedback", ("Rating", "5"), ("Comment", "Дуже добре"));
        given.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await guest.Page(link, HttpStatusCode.NotFound);
        var row = await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Feedbacks.SingleAsync(f => f.EventId == it));
        (row.Language, row.Rating).ShouldBe(("uk", 5));
        row.Id.Version.ShouldBe(4, "its id does not tell when");
        web.House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE What LIKE '%{row.Id}%'").ShouldBe(0, "beside the use of the link it would say who");
        using var reader = web.Open("et", "events.read");
        var page = await reader.Page($"/events/{it}");
        page.QuerySelector("li[lang=uk]")!.TextContent.ShouldBe("Дуже добре");
        page.Body!.TextContent.ShouldNotContain("Keskmine", Case.Sensitive, "an average of one answer is that answer");
    }

    [Fact]
    public async Task A_link_for_all_who_were_there_takes_many_answers()
    {
        var it = await Held();
        using var organiser = web.Open("et", "events.read,events.write");
        using var shown = await organiser.Post(await organiser.Page($"/events/{it}"), $"/events/{it}", "feedback-link");
        var link = new Uri((await Loim.Core.Tests.Web.Browser.Read(shown)).QuerySelector<IHtmlAnchorElement>("a.mono")!.Href).PathAndQuery;
        using var guest = web.Open("et", null);
        foreach (var rating in "542")
        {
            using var given = await guest.Post(await guest.Page(link), link, "feedback", ("Rating", $"{rating}"));
            given.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        (await organiser.Page($"/events/{it}")).Body!.TextContent.ShouldContain("3,67");
    }

    [Fact]
    public async Task Feedback_without_a_rating_is_asked_again()
    {
        var it = await Held();
        var link = await web.House.As(Viewer.House, s => s.GetRequiredService<FeedbackLinks>().Make(it, once: true));
        using var guest = web.Open("en", null);
        using var answer = await guest.Post(await guest.Page(link), link, "feedback", ("Comment", "more tea"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Loim.Core.Tests.Web.Browser.Read(answer)).GetElementById("feedback-Comment")!.TextContent.ShouldBe("more tea");
    }

    [Fact]
    public async Task Who_registered_is_told_that_the_event_is_cancelled()
    {
        var it = await web.Publish(EventsHouse.Cafe(capacity: 5));
        await web.Register(it, "told@example.ee", false, "Ivan");
        using var organiser = web.Open("et", "events.read,events.write");
        var page = await organiser.Page($"/events/{it}");
        page.QuerySelector("main details:not([open]) form")!.TextContent.ShouldContain("kirjutatakse kohe", customMessage: "who is written to is said before it is pressed");
        using var cancelled = await organiser.Post(page, $"/events/{it}", "cancel");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var guest = web.Open("et", null);
        (await guest.Page($"/events/on/{it}")).QuerySelector(".notice.bad").ShouldNotBeNull();
        var told = Letters();
        told.ShouldBeGreaterThanOrEqualTo(2);

        using var resumed = await organiser.Post(await organiser.Page($"/events/{it}"), $"/events/{it}", "resume");
        resumed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await guest.Page($"/events/on/{it}")).QuerySelector(".notice.bad").ShouldBeNull();
        Letters().ShouldBe(told + 1, "who was told that it is off is told that it was a mistake");

        int Letters() => web.House.Scalar<int>("SELECT count(*) FROM letters_letters WHERE \"Kind\" = 'PlaceLetter'");
    }

    private async Task<Guid> Held()
    {
        var it = await web.Publish(EventsHouse.Cafe(Today, 8));
        await web.House.As(Viewer.House, s => s.GetRequiredService<Attending>().Record(it, [], new(3, 2)));
        return it;
    }

    private Task<long> Sum(string code) => web.House.As(Viewer.House, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(new Period(Today, Today.AddDays(2))).SumAsync(e => e.Amount));
}

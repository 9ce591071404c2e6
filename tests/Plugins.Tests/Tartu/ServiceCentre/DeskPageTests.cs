using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Tartu.ServiceCentre;

namespace Loim.Plugins.Tests.Tartu.ServiceCentre;

public sealed class DeskHouse() : WebHouse(new ServiceCentreModule());

/// <summary>A morning at the desk, page by page.</summary>
public sealed class DeskPageTests(DeskHouse house) : IClassFixture<DeskHouse>
{
    private const string Staff = "people.read,service-centre.desk,service-centre.statistics";

    [Fact]
    public async Task A_visit_with_a_registry_service_goes_from_the_desk_to_the_registers_answer()
    {
        var person = Crowd.Person("Zoriana", "Tykha");
        await house.House.Add(person);
        using var browser = house.Open("et", Staff);
        var form = await browser.Page($"/service-centre/visits/new?person={person.Id}");
        using var saved = await browser.Post(form, "/service-centre/visits/new", "visit", ("Services", "Residence"), ("Services", "advice"), ("Language", "Ukrainian"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var visit = await browser.Page(saved.Headers.Location!.ToString());
        visit.QuerySelector("main")!.TextContent.ShouldContain("Zoriana Tykha");
        var registry = visit.QuerySelector("table a")!.GetAttribute("href")!;

        var page = await browser.Page(registry);
        page.GetElementById("settle-Day").ShouldBeNull("papers are missing: the answer could only be refused");
        page.QuerySelectorAll("main .card ul:not(.todo) li").Select(li => li.TextContent).ShouldContain(t => t.StartsWith("Elukohateade"), "what is missing is said");
        foreach (var paper in page.QuerySelectorAll<IHtmlButtonElement>("button[name=tick]").Select(b => b.Value).ToList())
        {
            using var ticked = await browser.Post(page, registry, "papers", ("tick", paper));
            ticked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        page = await browser.Page(registry);
        page.QuerySelector(".facts .tag")!.TextContent.ShouldBe("esitamiseks valmis");
        page.QuerySelector("label[for=settle-Day]")!.TextContent.ShouldContain("Registri vastuse päev");
        using (var settled = await Settle(browser, page, registry)) { settled.StatusCode.ShouldBe(HttpStatusCode.Redirect, await settled.Content.ReadAsStringAsync()); }
        (await browser.Page(registry)).QuerySelector(".facts .tag")!.TextContent.ShouldBe("registrisse kantud");
        (await browser.Page($"/people/{person.Id}")).QuerySelector(".thread")!.TextContent.ShouldContain("Elukoha registreerimine");
    }

    [Fact]
    public async Task One_press_is_one_bus_card_and_the_last_is_taken_back()
    {
        using var browser = house.Open("en", Staff);
        var desk = await browser.Page("/service-centre/desk");
        var before = Cards();
        foreach (var press in (string[])["count", "count", "undo"])
        {
            using var pressed = await browser.Post(desk, "/service-centre/desk", "bus-card", ("key", press));
            pressed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        Cards().ShouldBe(before + 1);
        (await browser.Page("/service-centre/desk")).QuerySelector("[role=status]")!.TextContent.ShouldBe($"{before + 1} card{(before == 0 ? "" : "s")} today");
        (await browser.Page("/service-centre/statistics")).QuerySelector("tbody")!.TextContent.ShouldContain("Bus card");
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_visit_and_it_is_taken_back_on_the_same_day()
    {
        using var browser = house.Open("uk", Staff);
        var form = await browser.Page("/service-centre/visits/new");
        var before = Visits();
        using var first = await browser.Post(form, "/service-centre/visits/new", "visit", ("Services", "information"), ("Language", "English"));
        using var second = await browser.Post(form, "/service-centre/visits/new", "visit", ("Services", "information"), ("Language", "English"));
        Visits().ShouldBe(before + 1);
        var visit = first.Headers.Location!.ToString();
        using var undone = await browser.Post(await browser.Page(visit), visit, "undo");
        Visits().ShouldBe(before);
        (await browser.Get(visit)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_person_who_was_forgotten_is_added_and_an_application_that_is_begun_stays_theirs()
    {
        var (person, other) = (Crowd.Person("Halyna", "Voron"), Crowd.Person("Sofiia", "Bila"));
        await house.House.Add(person, other);
        using var browser = house.Open("en", Staff);
        using var saved = await browser.Post(await browser.Page("/service-centre/visits/new"), "/service-centre/visits/new", "visit", ("Services", "advice"), ("Topics", "work"), ("Language", "English"));
        var visit = saved.Headers.Location!.ToString();
        var form = await browser.Page($"{visit}/change");
        form.QuerySelector("input[name=Services][value=advice]")!.HasAttribute("checked").ShouldBeTrue();
        form.QuerySelector("input[name=Topics][value=work]")!.HasAttribute("checked").ShouldBeTrue();
        form.QuerySelector("button[name=next]").ShouldBeNull();
        Task<HttpResponseMessage> Change(params (string, string)[] typed) => browser.Post(form, $"{visit}/change", "visit", typed);
        using (var named = await Change(("Services", "advice"), ("Services", "Residence"), ("Language", "Ukrainian"), ("Person", $"{person.Id}"))) { named.Headers.Location!.ToString().ShouldEndWith(new Uri(visit).AbsolutePath); }
        var page = await browser.Page(visit);
        page.QuerySelector(".facts")!.TextContent.ShouldContain("Halyna Voron");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("Ukrainian");
        var registry = page.QuerySelector("table a")!.GetAttribute("href")!;
        using (var another = await Change(("Services", "Residence"), ("Language", "Ukrainian"), ("Person", $"{other.Id}"))) { another.StatusCode.ShouldBe(HttpStatusCode.Redirect, "nothing was done for it yet"); }
        using var ticked = await browser.Post(await browser.Page(registry), registry, "papers", ("tick", "identity"));
        using (var begun = await Change(("Services", "advice"), ("Language", "Ukrainian"), ("Person", $"{other.Id}"))) { (await Browser.Read(begun)).GetElementById("visit-Services-error").ShouldNotBeNull(); }
        using (var theirs = await Change(("Services", "Residence"), ("Language", "Ukrainian"), ("Person", $"{person.Id}"))) { (await Browser.Read(theirs)).GetElementById("visit-Person-error").ShouldNotBeNull(); }
    }

    [Theory]
    [InlineData("Services", "fax")]
    [InlineData("Language", "")]
    [InlineData("Basis", "Tourist")]
    public async Task A_wrong_answer_is_named_beside_its_field(string field, string typed)
    {
        using var browser = house.Open("ru", Staff);
        (string, string)[] good = [("Services", "advice"), ("Language", "Russian")];
        using var answer = await browser.Post(await browser.Page("/service-centre/visits/new"), "/service-centre/visits/new", "visit", [.. good.Where(g => g.Item1 != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById($"visit-{field}-error").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Residence")]
    [InlineData("PersonalCode")]
    public async Task An_application_without_a_person_is_refused_beside_the_person(string service)
    {
        using var browser = house.Open("en", Staff);
        using var answer = await browser.Post(await browser.Page("/service-centre/visits/new"), "/service-centre/visits/new", "visit", ("Services", service), ("Language", "English"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById("visit-Person-error").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("people.read,service-centre.statistics", "/service-centre/desk")]
    [InlineData("people.read,service-centre.statistics", "/service-centre/visits")]
    [InlineData("people.read,service-centre.desk", "/service-centre/statistics")]
    public async Task Who_plans_sees_numbers_and_who_advises_sees_visits(string permissions, string closed)
    {
        using var browser = house.Open("et", permissions);
        (await browser.Get(closed)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("service")]
    [InlineData("organisation")]
    [InlineData("hour")]
    [InlineData("month")]
    [InlineData("language")]
    [InlineData("topics")]
    [InlineData("basis")]
    public async Task Statistics_are_shown_by_each_dimension(string by)
    {
        using var browser = house.Open("et", Staff);
        using var pressed = await browser.Post(await browser.Page("/service-centre/desk"), "/service-centre/desk", "bus-card", ("key", "count"));
        using var visit = await browser.Post(await browser.Page("/service-centre/visits/new"), "/service-centre/visits/new", "visit", ("Services", "advice"), ("Topics", "work"), ("Language", "English"));
        (await browser.Page($"/service-centre/statistics?by={by}&period=2025-Q3")).QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0);
    }

    private long Cards() => house.House.Scalar<long>("SELECT count(*) FROM service_centre_bus_cards");

    private long Visits() => house.House.Scalar<long>("SELECT count(*) FROM service_centre_visits");

    private static Task<HttpResponseMessage> Settle(Browser browser, IHtmlDocument page, string registry) =>
        browser.Post(page, registry, "settle", ("Outcome", "Entered"), ("Day", "15.9.2025"));
}

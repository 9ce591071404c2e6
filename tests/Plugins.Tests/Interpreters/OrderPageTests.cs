using System.Net;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.People;
using Tallinn.Interpreters;

namespace Loim.Plugins.Tests.Interpreters;

public sealed class InterpretersHouse() : WebHouse(new InterpretersModule());

/// <summary>The way of an order through its pages.</summary>
public sealed class OrderPageTests(InterpretersHouse house) : IClassFixture<InterpretersHouse>
{
    private const string Manager = "people.read,people.write,interpreters.order";
    private const string Coordinator = "people.read,interpreters.order,interpreters.arrange";

    private static readonly (string, string)[] Typed =
    [
        ("Day", "15.9.2025"), ("Start", "10.00"), ("Minutes", "60"), ("Languages", "et"), ("Languages", "ar"), ("Place", "Perearstikeskus"), ("Topic", "Vastuvõtt"),
    ];

    [Fact]
    public async Task An_interpreter_is_ordered_offered_confirmed_and_done()
    {
        using var manager = house.Open("et", Manager);
        var person = await Somebody(StayBasis.TemporaryPermit);
        using var ordered = await manager.Post(await manager.Page("/interpreters/new"), "/interpreters/new", "order", [.. Typed, ("Client", $"{person}")]);
        ordered.StatusCode.ShouldBe(HttpStatusCode.Redirect, await ordered.Content.ReadAsStringAsync());
        var order = ordered.Headers.Location!.ToString();
        (await manager.Page("/interpreters")).QuerySelector("tbody tr")!.TextContent.ShouldContain("araabia");
        (await manager.Get(order + "/offer")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await manager.Page(order)).QuerySelector($"dd a[href='/people/{person}']")!.TextContent.ShouldContain("Zoriana");
        using var stranger = house.Open("et", "interpreters.order");
        (await stranger.Page(order)).QuerySelector("dd a[href^='/people/']").ShouldBeNull("whoever does not see the person gets no link to them");

        using var coordinator = house.Open("et", Coordinator);
        (await coordinator.Get(order + "/done")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var offered = await coordinator.Post(await coordinator.Page(order + "/offer"), order + "/offer", "offer", ("Provider", "Põhjala Tõlked OÜ"), ("Price", "45,50"));
        offered.StatusCode.ShouldBe(HttpStatusCode.Redirect, await offered.Content.ReadAsStringAsync());
        using var refused = await manager.Post(await coordinator.Page(order), order, "step", ("confirm", "1"));
        (await coordinator.Page(order)).QuerySelector(".tag")!.TextContent.ShouldContain("pakkumine olemas");
        using var confirmed = await coordinator.Post(await coordinator.Page(order), order, "step", ("confirm", "1"));
        using var done = await coordinator.Post(await coordinator.Page(order + "/done"), order + "/done", "done", ("Minutes", "75"), ("Cost", "56,90"));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync());
        (await coordinator.Page(order)).QuerySelector(".facts")!.TextContent.ShouldContain("56,90");
        using var back = await coordinator.Post(await coordinator.Page(order), order, "step", ("back", "1"));
        (await coordinator.Page(order)).QuerySelector(".tag")!.TextContent.ShouldContain("kinnitatud");
    }

    [Fact]
    public async Task An_order_is_changed_and_what_was_offered_for_the_old_one_falls_away()
    {
        using var manager = house.Open("et", Manager);
        using var ordered = await manager.Post(await manager.Page("/interpreters/new"), "/interpreters/new", "order", [.. Typed, ("Occasion", "Infotund")]);
        var order = ordered.Headers.Location!.ToString();
        (await manager.Page(order)).QuerySelector(".facts")!.TextContent.ShouldContain("Vastuvõtt", customMessage: "an event has a topic too");
        using var coordinator = house.Open("et", Coordinator);
        using var offered = await coordinator.Post(await coordinator.Page(order + "/offer"), order + "/offer", "offer", ("Provider", "Põhjala Tõlked OÜ"), ("Price", "45,50"));
        using var changed = await manager.Post(await manager.Page(order + "/change"), order + "/change", "change",
            ("Day", "16.9.2025"), ("Start", "11.30"), ("Minutes", "90"), ("Languages", "et"), ("Languages", "uk"), ("Place", "Kogukonnaruum"), ("Topic", "Lasteaed"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await changed.Content.ReadAsStringAsync());
        var facts = (await manager.Page(order)).QuerySelector(".facts")!.TextContent;
        facts.ShouldContain("tellitud");
        facts.ShouldContain("16.09.2025 11.30, 90 minutit");
        facts.ShouldContain("Lasteaed");
        facts.ShouldNotContain("45,50");
    }

    [Fact]
    public async Task The_desk_of_whoever_arranges_says_what_waits()
    {
        using var manager = house.Open("en", Manager);
        using var ordered = await manager.Post(await manager.Page("/interpreters/new"), "/interpreters/new", "order", [.. Typed, ("Occasion", "Infotund")]);
        var order = ordered.Headers.Location!.ToString();
        using var coordinator = house.Open("en", Coordinator);
        async Task<bool> Waits(Browser who, string state) => (await who.Page("/")).QuerySelector($"main a[href='/interpreters?state={state}']") is not null;
        (await Waits(coordinator, "Requested")).ShouldBeTrue();
        (await Waits(manager, "Requested")).ShouldBeFalse("they order and do not arrange");
        using var offered = await coordinator.Post(await coordinator.Page(order + "/offer"), order + "/offer", "offer", ("Provider", "Põhjala Tõlked OÜ"), ("Price", "45,50"));
        (await Waits(coordinator, "Offered")).ShouldBeTrue();
        using var confirmed = await coordinator.Post(await coordinator.Page(order), order, "step", ("confirm", "1"));
        (await Waits(coordinator, "Confirmed")).ShouldBeFalse("it takes place today");
        house.House.Scalar<int>($"UPDATE interpreters_orders SET Day = '2025-09-12' WHERE lower(Id) = '{order[^36..]}' RETURNING 1");
        (await Waits(coordinator, "Confirmed")).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_cancels_may_take_that_back()
    {
        using var manager = house.Open("et", Manager);
        using var ordered = await manager.Post(await manager.Page("/interpreters/new"), "/interpreters/new", "order", [.. Typed, ("Occasion", "Infotund")]);
        var order = ordered.Headers.Location!.ToString();
        using var cancelled = await manager.Post(await manager.Page(order + "/cancel"), order + "/cancel", "cancel", ("Reason", "Lükkus edasi"));
        (await manager.Get(order + "/change")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in new[] { order, "/interpreters?state=Cancelled" })
        {
            (await manager.Page(page)).QuerySelector("main")!.TextContent.ShouldContain("Lükkus edasi", customMessage: page);
        }
        using var back = await manager.Post(await manager.Page(order), order, "step", ("back", "1"));
        (await manager.Page(order)).QuerySelector(".tag")!.TextContent.ShouldContain("tellitud");
    }

    [Theory]
    [InlineData(StayBasis.Refugee, "під міжнародним захистом")]
    [InlineData(StayBasis.TemporaryProtection, "під міжнародним захистом")]
    [InlineData(null, "не записана")]
    public async Task A_refusal_says_why_and_names_the_other_provider(StayBasis? basis, string reason)
    {
        using var manager = house.Open("uk", Manager);
        var person = await Somebody(basis);
        using var answer = await manager.Post(await manager.Page("/interpreters/new"), "/interpreters/new", "order", [.. Typed, ("Client", $"{person}")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refusal = (await Browser.Read(answer)).GetElementById("order-Client-error")!.TextContent;
        refusal.ShouldContain(reason);
        refusal.ShouldContain("Sotsiaalkindlustusamet");
        (await manager.Page($"/people/{person}")).DocumentElement.TextContent.ShouldContain("Sotsiaalkindlustusamet");
    }

    [Theory]
    [InlineData(StayBasis.Refugee, true)]
    [InlineData(null, true)]
    [InlineData(StayBasis.TemporaryPermit, false)]
    public async Task That_somebody_is_served_elsewhere_is_said_before_the_form_is_filled_in(StayBasis? basis, bool isRefused)
    {
        using var manager = house.Open("en", Manager);
        var person = await Somebody(basis);
        Refusal(await manager.Page($"/interpreters/new?person={person}")).ShouldBe(isRefused);
        var empty = await manager.Page("/interpreters/new");
        Refusal(empty).ShouldBeFalse("nobody is chosen");
        using var chosen = await manager.Post(empty, "/interpreters/new", "order", ("Client", "Zoriana"), ("step", $"choose:Client:{person}"));
        Refusal(await Browser.Read(chosen)).ShouldBe(isRefused);

        static bool Refusal(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main .notice.warn")?.TextContent.Contains("Sotsiaalkindlustusamet", StringComparison.Ordinal) == true;
    }

    [Theory]
    [InlineData("Occasion", "")]
    [InlineData("Languages", "et")]
    [InlineData("Day", "14.9.2025")]
    [InlineData("Minutes", "601")]
    [InlineData("Place", "")]
    public async Task A_wrong_answer_is_named_beside_its_field(string field, string typed)
    {
        using var manager = house.Open("ru", Manager);
        var right = Typed.Append(("Occasion", "Infotund")).Where(t => t.Item1 != field);
        using var answer = await manager.Post(await manager.Page("/interpreters/new"), "/interpreters/new", "order", [.. right, (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById($"order-{field}-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task For_nobody_and_in_one_language_both_are_told_at_once()
    {
        using var manager = house.Open("et", Manager);
        using var answer = await manager.Post(await manager.Page("/interpreters/new"), "/interpreters/new", "order", [.. Typed.Where(t => t != ("Languages", "ar"))]);
        var page = await Browser.Read(answer);
        page.GetElementById("order-Occasion-error").ShouldNotBeNull();
        page.GetElementById("order-Languages-error").ShouldNotBeNull();
    }

    private async Task<Guid> Somebody(StayBasis? basis)
    {
        var person = Crowd.Person("Zoriana", "Vasylenko");
        person.Basis = basis;
        await house.House.Add(person);
        return person.Id;
    }
}

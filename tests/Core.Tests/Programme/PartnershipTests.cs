using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Loim.Programme;
using Loim.Programme.Deadlines;
using Loim.Programme.Order;
using Loim.Programme.Partnership;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme;

public sealed class PartnershipHouse() : WebHouse(new ProgrammeModule());

public sealed class PartnershipTests(PartnershipHouse house) : IClassFixture<PartnershipHouse>
{
    private const string Writer = "programme.read,programme.write", Agreements = "/programme/partnership/agreements/add", Posts = "/programme/partnership/posts/add", Add = "/programme/deadlines/add";

    [Fact]
    public async Task A_coordinators_post_counts_the_municipality_once_and_only_while_an_agreement_is_in_force()
    {
        using var browser = house.Open("en", Writer);
        await Saved(browser, Posts, "post", ("Role", "Case manager"), ("Load", "75"), ("From", "01.02.2023"), ("IsCoordinator", "true"));
        await Saved(browser, Posts, "post", ("Role", "Second case manager"), ("Load", "25"), ("From", "01.02.2023"), ("IsCoordinator", "true"));
        (await Coordinators()).ShouldBe(0, "no agreement yet");
        await Saved(browser, Agreements, "agreement", ("Number", "7-1"), ("From", "01.02.2023"), ("Until", "31.12.2025"));
        (await Coordinators()).ShouldBe(1, "two part loads, one municipality");

        var page = await browser.Page("/programme/partnership");
        page.QuerySelector("tfoot")!.TextContent.ShouldContain("1.00");
        var first = page.QuerySelector<IHtmlAnchorElement>("a[href*='/agreements/']:not([href$='add'])")!.PathName;
        await Saved(browser, first, "agreement", ("Number", "7-1"), ("From", "01.02.2023"), ("Until", "31.12.2025"), ("IsVoid", "true"));
        (await Coordinators()).ShouldBe(0, "the agreement was a mistake");
        await Saved(browser, first, "agreement", ("Number", "7-1"), ("From", "01.02.2023"), ("Until", "31.12.2025"));

        await Refused(browser, Agreements, "agreement", "agreement-From-error", ("Number", "8"), ("From", "31.12.2025"), ("Until", "31.12.2026"));
        await Refused(browser, Agreements, "agreement", "agreement-Until-error", ("Number", "8"), ("From", "01.01.2027"), ("Until", "31.12.2026"));
        await Refused(browser, Posts, "post", "post-Load-error", ("Role", "Adviser"), ("Load", "101"), ("From", "01.01.2025"));
        await Refused(browser, Posts, "post", "post-Until-error", ("Role", "Adviser"), ("Load", "50"), ("From", "02.01.2025"), ("Until", "01.01.2025"));
    }

    [Fact]
    public async Task A_deadline_that_comes_near_stands_on_the_desk_until_it_is_done()
    {
        using var browser = house.Open("en", Writer);
        await Saved(browser, Add, "deadline", ("Title", "Report of the year"), ("ProvisionalOn", "31.12.2025"));
        (await Desk(browser)).ShouldNotContain("Report of the year");
        var page = (await browser.Page("/programme/deadlines")).QuerySelectorAll<IHtmlAnchorElement>("th a").Single(a => a.TextContent == "Report of the year").PathName;
        await Saved(browser, page, "deadline", ("Title", "Report of the year"), ("ProvisionalOn", "31.12.2025"), ("AgreedOn", "10.10.2025"));
        (await Desk(browser)).ShouldContain("25 days left");
        await Refused(browser, page, "deadline", "deadline-DoneOn-error", ("Title", "Report of the year"), ("ProvisionalOn", "31.12.2025"), ("DoneOn", "16.09.2025"));
        await Saved(browser, page, "deadline", ("Title", "Report of the year"), ("ProvisionalOn", "31.12.2025"), ("AgreedOn", "10.10.2025"), ("DoneOn", "15.09.2025"));
        (await Desk(browser)).ShouldNotContain("Report of the year");
    }

    [Fact]
    public async Task A_reader_sees_all_and_changes_nothing()
    {
        using var reader = house.Open("ru", "programme.read");
        foreach (var path in new[] { "partnership", "deadlines" })
        {
            var page = await reader.Page("/programme/" + path);
            page.QuerySelector("main")!.TextContent.ShouldNotContain("[");
            page.QuerySelector("a[href$='/add']").ShouldBeNull();
        }
        foreach (var path in new[] { Agreements, Posts, Add }) { await reader.Page(path, HttpStatusCode.Forbidden); }
        using var writer = house.Open("ru", Writer);
        foreach (var path in new[] { "partnership/agreements", "partnership/posts", "deadlines" }) { await writer.Page($"/programme/{path}/{Guid.Empty}", HttpStatusCode.NotFound); }
    }

    [Fact]
    public void The_agreed_day_counts_and_a_late_one_says_so()
    {
        var it = new Deadline { Title = "Report", ProvisionalOn = new(2025, 9, 30) };
        (it.Due, it.IsLate(new(2025, 9, 30)), it.IsLate(new(2025, 10, 1)), it.IsNear(new(2025, 8, 30)), it.IsNear(new(2025, 8, 31))).ShouldBe((new(2025, 9, 30), false, true, false, true));
        it.AgreedOn = new(2025, 9, 26);
        it.IsLate(new(2025, 9, 27)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0), InlineData(101)]
    public void A_load_is_a_part_of_one_post(int load) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Post { Role = "Case manager" }.Set(load, new(2025, 1, 1), null));

    private Task<long?> Coordinators() => house.House.As(TestHouse.Somebody("programme.read"), async s =>
        (await s.GetRequiredService<OrderFigures>().Of(Period.Year(2025))).Single(f => f.Indicator.Code == "coordinators").Own);

    private static async Task<string> Desk(Browser browser) => (await browser.Page("/")).QuerySelector("main")!.TextContent;

    private static async Task Saved(Browser browser, string path, string form, params (string, string)[] typed)
    {
        using var answer = await browser.Post(await browser.Page(path), path, form, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
    }

    private static async Task Refused(Browser browser, string path, string form, string error, params (string, string)[] typed)
    {
        using var answer = await browser.Post(await browser.Page(path), path, form, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, path);
        (await Browser.Read(answer)).GetElementById(error).ShouldNotBeNull();
    }
}

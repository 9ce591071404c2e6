using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Web;
using Loim.Events;

namespace Loim.Core.Tests.Events;

public sealed class EventImportHouse() : WebHouse(new EventsModule());

public sealed class EventImportTests(EventImportHouse house) : IClassFixture<EventImportHouse>
{
    private const string Imports = "/events/imports";

    [Fact]
    public async Task Past_events_come_in_counted_and_go_out_again_but_for_what_was_counted_anew()
    {
        using var browser = house.Open("en", "events.read,events.write");
        var path = await Upload(browser, """
            Kuupäev;Nimetus;Liik;Koht;Osalejaid;Kohalikke;Algus;Lõpp
            12.11.2024;Kadrilaat;kultuurisündmus;Kogukonnamaja;34;21;12.00;15.00
            26.11.2024;Infotund kütest;info hour;Raamatukogu;9;;;
            26.11.2024;Infotund kütest;infotund;Raamatukogu;9;;;
            31.11.2024;Piparkoogid;lõimumisklubi;Maja;17;8;;
            1.12.2099;Tulevik;infotund;Maja;1;;;
            3.12.2024;Öö;infotund;Maja;1;;18.00;17.00
            3.12.2024;Rahvas;infotund;Maja;palju;;;
            3.12.2024;Lend;lend;Maja;1;;;
            """);
        var page = await browser.Page(path);
        var wrong = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td,th")[0].TextContent + r.QuerySelectorAll("td,th")[1].TextContent);
        wrong.ShouldBe(["5Day", "6Day", "7Ends", "8From the target group", "9Kind"]);
        page.QuerySelectorAll<IHtmlInputElement>("input[name=Anyway]").Select(i => i.Value).ShouldBe(["4"], "the same day and title as line 3");
        using var done = await Finish(browser, page, path);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync());
        (await Titles(browser)).ShouldBe(["Infotund kütest", "Kadrilaat"]);
        house.House.Scalar<string>("SELECT group_concat(Newcomers || '+' || Locals || ' ' || State, ', ') FROM (SELECT * FROM events_events ORDER BY Day)").ShouldBe("34+21 1, 9+0 1");

        var second = await browser.Page(await Upload(browser, "Kuupäev;Nimetus;Liik;Koht;Osalejaid\n12.11.2024;KADRILAAT;kultuurisündmus;Maja;5\n"));
        second.QuerySelectorAll("input[name=Anyway]").Length.ShouldBe(1, "it is on record");

        var counted = (await browser.Page("/events?Q=kadrilaat")).QuerySelector("tbody th a")!.GetAttribute("href")! + "/attendance";
        using var anew = await browser.Post(await browser.Page(counted), counted, "attendance", ("Newcomers", "35"), ("Locals", "21"), ("Returning", "0"));
        anew.StatusCode.ShouldBe(HttpStatusCode.Redirect, await anew.Content.ReadAsStringAsync());
        var list = await browser.Page(Imports);
        using var undone = await browser.Post(list, Imports, "undo", ("undo", list.QuerySelector("button[name=undo]")!.GetAttribute("value")!));
        (await Titles(browser)).ShouldBe(["Kadrilaat"]);
    }

    [Fact]
    public async Task A_kept_table_that_was_damaged_is_unreadable_and_its_page_says_so()
    {
        using var browser = house.Open("en", "events.read,events.write");
        var path = await Upload(browser, "Kuupäev;Nimetus\n12.11.2024;Kadrilaat\n");
        house.House.Scalar<int>("UPDATE events_imports SET Content = substr(Content, 1, 40) || CASE substr(Content, 41, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(Content, 42) WHERE Content IS NOT NULL RETURNING 1");
        (await browser.Page(path)).QuerySelector(".notice.bad")!.TextContent.ShouldContain("unreadable");
    }

    [Fact]
    public async Task Who_only_reads_imports_nothing()
    {
        using var reader = house.Open("et", "events.read");
        (await reader.Get(Imports)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> Upload(Browser browser, string csv)
    {
        using var uploaded = await browser.Upload(await browser.Page(Imports), Imports, "upload", "File", "toimunud.csv", Encoding.UTF8.GetBytes(csv));
        uploaded.StatusCode.ShouldBe(HttpStatusCode.Redirect, await uploaded.Content.ReadAsStringAsync());
        return uploaded.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> Finish(Browser browser, IHtmlDocument page, string path) =>
        browser.Post(page, path, "columns", [.. page.QuerySelectorAll<IHtmlSelectElement>("select").Select(s => (s.Name!, s.Value ?? "")), ("AnyOrganiser", "Rakvere linn")]);

    private static async Task<string[]> Titles(Browser browser) => [.. (await browser.Page("/events")).QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim()).Order()];
}

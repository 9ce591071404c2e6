using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Web;
using Loim.Network;

namespace Loim.Core.Tests.Network;

public sealed class OrganisationImportHouse() : WebHouse(new NetworkModule());

public sealed class OrganisationImportTests(OrganisationImportHouse house) : IClassFixture<OrganisationImportHouse>
{
    private const string Imports = "/network/organisations/imports";
    private const string Staff = "network.read,network.write";

    [Fact]
    public async Task A_town_s_list_comes_in_with_every_bad_row_named_and_goes_out_again_but_for_what_was_changed()
    {
        using var browser = house.Open("en", Staff);
        var path = await Upload(browser, """
            Asutus;Valdkond;E-post;Veebileht;Keeled
            Tammetõru Selts;vabaühendus;selts@naide.example;tamme.example;eesti, vene
            Tammepuu Kool;Education;;;Estonian;
            Tammeleht;vabaühendus;pole aadress;;;
            Tammejuur;kosmos;;;;
            ;vabaühendus;;;;
            """);
        var page = await browser.Page(path);
        page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td,th")[0].TextContent + r.QuerySelectorAll("td,th")[1].TextContent)
            .ShouldBe(["4E-mail", "5Sector", "6Name"]);
        using var done = await Finish(browser, page, path);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync());
        (await Names(browser, "tamme")).ShouldBe(["Tammepuu Kool", "Tammetõru Selts"]);
        (await browser.Get(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "an import is finished once");

        var again = await Upload(browser, "Nimi;Valdkond\nTammepuu kool;haridusasutus\nTammesalu;vabaühendus\n", "teine.csv");
        var second = await browser.Page(again);
        second.QuerySelectorAll<IHtmlInputElement>("input[name=Anyway]").Select(i => i.Value).ShouldBe(["2"], "it is on record, whatever its letters");
        using var more = await Finish(browser, second, again, ("Anyway", "2"));
        (await Names(browser, "tamme")).Length.ShouldBe(4);

        var salu = (await browser.Page("/network/organisations?q=tammesalu")).QuerySelector("tbody a")!.GetAttribute("href")!;
        using var kept = await browser.Post(await browser.Page(salu), salu, "entry", ("act", "check"));
        var list = await browser.Page(Imports);
        using var undone = await browser.Post(list, Imports, "undo", ("undo", list.QuerySelectorAll("li").Single(l => l.TextContent.Contains("teine.csv")).QuerySelector("button[name=undo]")!.GetAttribute("value")!));
        (await Names(browser, "tamme")).ShouldBe(["Tammepuu Kool", "Tammesalu", "Tammetõru Selts"]);
        (await browser.Page(Imports)).Body!.TextContent.ShouldContain("1 record stayed");
    }

    [Fact]
    public async Task Who_only_reads_imports_nothing()
    {
        using var reader = house.Open("et", "network.read");
        (await reader.Get(Imports)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_kept_table_that_was_damaged_is_unreadable_and_its_page_says_so()
    {
        using var browser = house.Open("en", Staff);
        var path = await Upload(browser, "Nimi;Valdkond\nTammekoor;vabaühendus\n");
        house.House.Scalar<int>("UPDATE network_imports SET Content = substr(Content, 1, 40) || CASE substr(Content, 41, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(Content, 42) WHERE Content IS NOT NULL RETURNING 1");
        (await browser.Page(path)).QuerySelector(".notice.bad")!.TextContent.ShouldContain("unreadable");
    }

    private static async Task<string> Upload(Browser browser, string csv, string file = "asutused.csv")
    {
        using var uploaded = await browser.Upload(await browser.Page(Imports), Imports, "upload", "File", file, Encoding.UTF8.GetBytes(csv));
        uploaded.StatusCode.ShouldBe(HttpStatusCode.Redirect, await uploaded.Content.ReadAsStringAsync());
        return uploaded.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> Finish(Browser browser, IHtmlDocument page, string path, params (string, string)[] more) =>
        browser.Post(page, path, "columns", [.. page.QuerySelectorAll<IHtmlSelectElement>("select").Select(s => (s.Name!, s.Value ?? "")), .. more]);

    private static async Task<string[]> Names(Browser browser, string query) =>
        [.. (await browser.Page($"/network/organisations?q={query}")).QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim()).Order()];
}

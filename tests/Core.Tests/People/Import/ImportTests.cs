using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.People.Import;

public sealed class ImportTests(DeskHouse desk) : IClassFixture<DeskHouse>
{
    private const string Manager = "people.read,people.write,people.import,cases.read,cases.write";
    private const string Imports = "/people/imports";

    [Fact]
    public async Task A_town_s_spreadsheet_comes_in_with_every_bad_row_named_and_goes_out_again_but_for_whom_work_was_done()
    {
        using var browser = desk.Open("en", Manager);
        var path = await Upload(browser, """
            Perekonnanimi;Eesnimi;Sünniaeg;Isikukood;Telefon;E-post;Keel;Sihtrühm;Saabus
            Tooduline;Veselyna;3.2.1988;;555 1234;veselyna@example.org;ukraina;uussisserändaja;1.3.2025
            Toodulane;Rahwan;;;;;inglise keel;New immigrant;
            Vigane;Kuupäev;31.2.1990;;;;vene;Tagasipöörduja;
            Vigane;Kood;;59501010018;;;vene;Tagasipöörduja;
            Vigane;Keel;;;;;klingoni;Tagasipöörduja;
            ;Perenimeta;;;;;vene;Tagasipöörduja;
            """, "town.csv");
        var page = await browser.Page(path);
        var wrong = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        wrong.Count.ShouldBe(4);
        wrong[0].ShouldContain("4");
        wrong[0].ShouldContain("Birth date");
        wrong[1].ShouldContain("Personal code");
        wrong[2].ShouldContain("Language to speak");
        wrong[3].ShouldContain("Family name");
        page.QuerySelectorAll("option[selected]").Length.ShouldBe(9, "all columns are recognised");
        using var done = await Finish(browser, page, path);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Names(browser, "toodul")).ShouldBe(["Toodulane, Rahwan", "Tooduline, Veselyna"]);

        var worked = Guid.Parse((await browser.Page("/people?q=toodulane")).QuerySelector("tbody a")!.GetAttribute("href")![8..]);
        await desk.House.Add(Desk.Enquiry(Desk.Said("advice") with { Person = worked }));
        page = await browser.Page(Imports);
        using var undone = await browser.Post(page, Imports, "undo", ("undo", page.QuerySelectorAll("li").Single(l => l.TextContent.Contains("town.csv")).QuerySelector("button[name=undo]")!.GetAttribute("value")!));
        (await Names(browser, "toodul")).ShouldBe(["Toodulane, Rahwan"]);
        (await browser.Page(Imports)).Body!.TextContent.ShouldContain("1 record stayed");
    }

    [Fact]
    public async Task Who_looks_like_somebody_on_record_or_on_an_earlier_line_comes_in_only_when_ticked()
    {
        await desk.House.Add(Crowd.Person("Orysia", "Topeltnova"));
        using var browser = desk.Open("en", Manager);
        var path = await Upload(browser, "Nimi;Keel;Sihtrühm\nOrysia Topeltnova;uk;Returnee\nTaras Topeltny;uk;Returnee\nTaras Topeltny;uk;Returnee\n");
        var page = await browser.Page(path);
        page.QuerySelectorAll<IHtmlInputElement>("input[name=Anyway]").Select(i => i.Value).ShouldBe(["2", "4"]);
        using var done = await Finish(browser, page, path, ("Anyway", "4"));
        (await Names(browser, "topeltn")).ShouldBe(["Topeltnova, Orysia", "Topeltny, Taras", "Topeltny, Taras"]);
        using var again = await browser.Get(path);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound, "an import is finished once");
        desk.House.Scalar<int>("SELECT count(*) FROM people_imports WHERE Added IS NOT NULL AND Content IS NOT NULL").ShouldBe(0, "the table is not kept");
    }

    [Fact]
    public async Task A_kept_table_that_was_damaged_is_unreadable_and_its_page_says_so()
    {
        using var browser = desk.Open("en", Manager);
        var path = await Upload(browser, "Nimi;Keel;Sihtrühm\nOrysia Riknenova;uk;Returnee\n");
        desk.House.Scalar<int>("UPDATE people_imports SET Content = substr(Content, 1, 40) || CASE substr(Content, 41, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(Content, 42) WHERE Content IS NOT NULL RETURNING 1");
        var page = await browser.Page(path);
        page.QuerySelector(".notice.bad")!.TextContent.ShouldContain("unreadable");
        page.QuerySelector("input[name=_handler][value=columns]").ShouldBeNull("there is nothing to finish");
    }

    [Fact]
    public async Task What_is_no_spreadsheet_has_its_sentence_and_without_the_right_there_is_no_import()
    {
        using var browser = desk.Open("en", Manager);
        using var old = await browser.Upload(await browser.Page(Imports), Imports, "upload", "File", "people.xls", [0xD0, 0xCF, 0x11, 0xE0]);
        old.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(old)).QuerySelector(".error")!.TextContent.ShouldContain("old Excel");
        using var reader = desk.Open("en", "people.read,people.write");
        (await reader.Get(Imports)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> Upload(Browser browser, string csv, string file = "people.csv")
    {
        using var uploaded = await browser.Upload(await browser.Page(Imports), Imports, "upload", "File", file, Encoding.UTF8.GetBytes(csv));
        uploaded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return new Uri(uploaded.Headers.Location!.ToString(), UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } full ? full.AbsolutePath : uploaded.Headers.Location!.ToString();
    }

    /// <summary>Posts the columns as the page guessed them.</summary>
    private static Task<HttpResponseMessage> Finish(Browser browser, IHtmlDocument page, string path, params (string, string)[] more) =>
        browser.Post(page, path, "columns", [.. page.QuerySelectorAll<IHtmlSelectElement>("select").Select(s => (s.Name!, s.Value ?? "")), .. more]);

    private static async Task<string[]> Names(Browser browser, string query) =>
        [.. (await browser.Page($"/people?q={query}")).QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim())];
}

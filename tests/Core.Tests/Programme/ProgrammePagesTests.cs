using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Cases;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Programme.Broken;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Programme;
using Loim.Programme.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme;

/// <summary>A house with the plan of 2025, two enquiries on its line of digital skills, and a module whose figures are broken.</summary>
public sealed class ProgrammeHouse() : WebHouse(new ProgrammeModule(), new CasesModule(), new BrokenModule())
{
    public Guid Line { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await InScope(async s =>
        {
            s.GetRequiredService<CurrentViewer>().Viewer = Viewer.House;
            await s.GetRequiredService<PlanImport>().Import(PlanFile.Read(File.OpenRead(PlanImportTests.Plan2025)), new("68", new(2025, 3, 25)));
            Line = await s.GetRequiredService<ProgrammeDb>().Lines.Where(l => l.TitleEt == "Digipädevuse parandamine").Select(l => l.Id).SingleAsync();
            var enquiries = new[] { Desk.Enquiry(Desk.Said("advice") with { PlanLine = Line }), Desk.Enquiry(Desk.Said("advice") with { PlanLine = Line }, "NGO") };
            await s.GetRequiredService<Work>().Do(() => s.GetRequiredService<CasesDb>().AddRange(enquiries));
        });
    }
}

public sealed class ProgrammePagesTests(ProgrammeHouse house) : IClassFixture<ProgrammeHouse>
{
    private const string Everything = "programme.read,programme.write,programme.report,programme.import";

    [Theory]
    [InlineData("et"), InlineData("en"), InlineData("ru"), InlineData("uk")]
    public async Task Every_page_opens_in_every_language_with_all_its_words(string language)
    {
        using var browser = house.Open(language, Everything);
        foreach (var path in new[] { "plan", "plan?show=odd&asOf=2025-12-31", "plan?year=1999", "plan?year=x&asOf=x&line=x&open=x", "quarters", "quarters/2025-Q3", "indicators",
            "indicators?period=2025-Q3", "evidence/cases.visits?period=2025-Q3", "evidence/broken.counted", "spendings", "spendings?state=paid&period=x", "spendings/record", "import" })
        {
            var page = await browser.Page("/programme/" + path);
            page.QuerySelectorAll("h1").Length.ShouldBe(1, path);
            page.QuerySelector("main")!.TextContent.ShouldNotContain("[", customMessage: path);
        }
        foreach (var path in new[] { "quarters/2025", "quarters/2025-Q5", "quarters/1999-Q1", "evidence/no.such", $"spendings/{Guid.Empty}", $"spendings/{Guid.Empty}/pay", $"spendings/{Guid.Empty}/void" })
        {
            await browser.Page("/programme/" + path, HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("et", "Digipädevuse parandamine", null), InlineData("en", "Improving digital skills", null)]
    [InlineData("ru", "Digipädevuse parandamine", "et"), InlineData("uk", "Digipädevuse parandamine", "et")]
    public async Task A_line_has_the_name_of_the_order_and_says_in_which_language(string language, string name, string? foreign)
    {
        using var browser = house.Open(language, Everything);
        var line = (await browser.Page("/programme/plan")).QuerySelector($"#line-{house.Line} th a")!;
        (line.TextContent, line.GetAttribute("lang")).ShouldBe((name, foreign));
        (await browser.Page($"/programme/lines/{house.Line}")).QuerySelector("h1")!.GetAttribute("lang").ShouldBe(foreign);
        (await browser.Page("/programme/spendings/record")).QuerySelector($"option[value='{house.Line}']")!.GetAttribute("lang").ShouldBe(foreign);
    }

    [Fact]
    public async Task Who_may_only_read_can_neither_record_nor_import()
    {
        using var browser = house.Open("en", "programme.read");
        await browser.Page("/programme/spendings/record", HttpStatusCode.Forbidden);
        await browser.Page("/programme/import", HttpStatusCode.Forbidden);
        (await browser.Page("/programme/plan")).QuerySelector("a[href='/programme/spendings/record']").ShouldBeNull();
        using var nobody = house.Open("en", "cases.read");
        await nobody.Page("/programme/plan", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_recorded_opens_under_its_row_and_a_void_one_counts_no_more()
    {
        using var browser = house.Open("en", Everything);
        var form = await browser.Page("/programme/spendings/record");
        form.QuerySelectorAll("#spending-Line option").Length.ShouldBe(9, "eight lines of Rakvere, and none");
        using var none = await browser.Post(form, "/programme/spendings/record", "spending", ("Line", ""), ("Amount", "1"));
        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(none)).QuerySelectorAll("#spending-Line option").Length.ShouldBe(9, "they are read when the form comes back");
        using var saved = await browser.Post(form, "/programme/spendings/record", "spending", ("Line", house.Line.ToString()), ("State", "paid"),
            ("Amount", "2 052,30"), ("Day", "15.09.2025"), ("Description", "A course of digital skills"), ("Document", "A-1"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var plan = await browser.Page(saved.Headers.Location!.ToString());
        plan.GetElementById($"line-{house.Line}")!.TextContent.ShouldContain("over by 52.30");
        var record = plan.QuerySelector<IHtmlAnchorElement>("#evidence th a")!;
        record.TextContent.ShouldBe("A course of digital skills");
        (await browser.Page("/programme/quarters/2025-Q3")).QuerySelector("tfoot")!.TextContent.ShouldContain("2 052.30".Replace(' ', '\u00a0'));

        var path = record.PathName + "/void";
        using var wrong = await browser.Post(await browser.Page(path), path, "void", ("Reason", ""));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var voided = await browser.Post(await browser.Page(path), path, "void", ("Reason", "entered twice"));
        voided.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Page("/programme/plan")).GetElementById($"line-{house.Line}")!.TextContent.ShouldNotContain("over by");
        (await browser.Page(record.PathName)).QuerySelector("main")!.TextContent.ShouldContain("entered twice");
    }

    [Fact]
    public async Task What_was_recorded_wrong_is_voided_and_recorded_again_with_what_was_typed()
    {
        using var browser = house.Open("en", Everything);
        var form = await browser.Page("/programme/spendings/record");
        var lines = form.QuerySelectorAll<IHtmlOptionElement>("#spending-Line option").Select(o => o.Value).Where(v => v.Length > 0).Take(2).ToList();
        foreach (var (i, line) in lines.Index())
        {
            using var saved = await browser.Post(form, "/programme/spendings/record", "spending", ("Line", line), ("State", "committed"), ("Amount", "12,50"), ("Day", "14.09.2025"), ("Description", $"Mistaken {i}"), ("Document", "T-7"));
            var record = (await browser.Page("/programme/spendings?state=committed")).QuerySelectorAll<IHtmlAnchorElement>("tbody th a").Single(a => a.TextContent == $"Mistaken {i}").PathName;
            using var voided = await browser.Post(await browser.Page($"{record}/void"), $"{record}/void", "void", ("Reason", "wrong line"), ("again", "1"));
            var again = await browser.Page(voided.Headers.Location!.ToString());
            string Kept(string field) => again.GetElementById($"spending-{field}")!.GetAttribute("value")!;
            (Kept("Amount"), Kept("Day"), Kept("Description"), Kept("Document")).ShouldBe(("12.50", "14.09.2025", $"Mistaken {i}", "T-7"));
            again.QuerySelector<IHtmlOptionElement>("#spending-Line option[selected]")!.Value.ShouldBe(line);
            again.QuerySelector("input[name=State][checked]")!.GetAttribute("value").ShouldBe("committed");
            (await browser.Page(record)).QuerySelector("main")!.TextContent.ShouldContain("wrong line");
        }
        (await browser.Page("/programme/spendings?state=void")).QuerySelectorAll("tbody td a[href^='/programme/lines/']").Length.ShouldBeGreaterThanOrEqualTo(2, "each says of which line it is");
    }

    [Theory]
    [InlineData("spending.Committed", "committed", "31.12.2099", "day")]
    [InlineData("a group's line", "paid", "15.09.2025", "line")]
    public async Task A_day_to_come_or_a_line_of_others_is_refused(string description, string state, string day, string what)
    {
        using var browser = house.Open("en", Everything);
        using var answer = await browser.Post(await browser.Page("/programme/spendings/record"), "/programme/spendings/record", "spending",
            ("Line", what == "line" ? Guid.NewGuid().ToString() : house.Line.ToString()), ("State", state), ("Amount", "1"), ("Day", day), ("Description", description));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_figure_opens_onto_its_rows_and_says_how_many_are_closed()
    {
        using var reader = house.Open("en", "programme.read");
        var quarter = await reader.Page("/programme/quarters/2025-Q3");
        var door = quarter.QuerySelectorAll<IHtmlAnchorElement>("table a.fig").Single(a => a.Href.Contains("cases.visits", StringComparison.Ordinal));
        door.TextContent.ShouldBe("2");
        var closed = await reader.Page(door.PathName + door.Search);
        closed.QuerySelector(".notice")!.TextContent.ShouldContain("2 records are closed to you");
        closed.QuerySelector("table").ShouldBeNull();

        using var adviser = house.Open("en", "programme.read,cases.read,people.read");
        var half = await adviser.Page(door.PathName + door.Search);
        half.QuerySelector(".notice")!.TextContent.ShouldContain("1 record is closed to you");
        half.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_figure_is_said_to_be_so_and_the_page_stays()
    {
        using var browser = house.Open("en", Everything);
        (await browser.Page("/programme/indicators")).QuerySelectorAll(".tag.bad").Length.ShouldBe(2);
        (await browser.Page("/programme/evidence/broken.counted")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("could not be computed");
    }

    [Fact]
    public async Task An_import_is_shown_before_it_is_written()
    {
        using var browser = house.Open("en", Everything);
        var csv = (await File.ReadAllTextAsync(PlanImportTests.Plan2025)).Replace(",119582,", ",119583,", StringComparison.Ordinal);
        using var preview = await browser.Upload(await browser.Page("/programme/import"), "/programme/import", "plan", "File", "plan.csv", Encoding.UTF8.GetBytes(csv));
        preview.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Browser.Read(preview);
        page.QuerySelector("form p")!.TextContent.ShouldContain("1 line changed");
        await Budget(119_582_00);

        using var done = await browser.Post(page, "/programme/import", "plan");
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Budget(119_583_00);
    }

    [Fact]
    public async Task A_malformed_file_is_refused_beside_its_field()
    {
        using var browser = house.Open("en", Everything);
        using var answer = await browser.Upload(await browser.Page("/programme/import"), "/programme/import", "plan", "File", "plan.csv", "code,owner\n"u8.ToArray());
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).QuerySelector("#plan-File-error")!.TextContent.ShouldContain("Line 1, column parent_code");
    }

    private Task Budget(long cents) => house.InScope(async s =>
    {
        s.GetRequiredService<CurrentViewer>().Viewer = Viewer.House;
        (await s.GetRequiredService<ProgrammeDb>().Lines.SingleAsync(l => l.TitleEt == "Elluviija otsesed personalikulud")).BudgetCents.ShouldBe(cents);
    });
}

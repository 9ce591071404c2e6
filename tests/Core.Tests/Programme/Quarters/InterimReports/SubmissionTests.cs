using System.Net;
using AngleSharp.Dom;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.Programme.Quarters.InterimReports;

/// <summary>A quarter on its way: submitted, answered, said anew; and what shows when the data or the file are changed. Each test has a
/// quarter of its own.</summary>
public sealed class SubmissionTests(ProgrammeHouse house) : IClassFixture<ProgrammeHouse>, IDisposable
{
    private const string Coordinator = "programme.read,programme.write,programme.report,programme.submit";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("loim-submitted-");

    [Fact]
    public async Task The_words_of_a_quarter_stand_until_it_is_returned_and_then_it_is_submitted_again()
    {
        using var browser = house.Open("en", Coordinator);
        var line = $"/programme/quarters/2025-Q2/lines/{house.Line}";
        await Sent(browser, line, "narrative", ("Story", "First."));
        var begun = await browser.Page(line);
        await Submit(browser, "2025-Q2");

        using (var late = await browser.Post(begun, line, "narrative", ("Story", "Late.")))
        {
            late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var shown = await Browser.Read(late);
            shown.QuerySelector("#narrative-Story-error")!.TextContent.ShouldContain("takes the submission back");
            shown.QuerySelector("textarea")!.TextContent.ShouldBe("Late.");
        }
        var shut = await browser.Page(line);
        (shut.QuerySelector("textarea"), shut.QuerySelector(".notice a")!.GetAttribute("href")).ShouldBe((null, "/programme/quarters/2025-Q2/versions/1"));
        (await browser.Page("/programme/quarters/2025-Q2")).QuerySelector($"a[href='{line}']").ShouldBeNull();
        using (var again = await browser.Get("/programme/quarters/2025-Q2/submit")) { again.StatusCode.ShouldBe(HttpStatusCode.Redirect); }

        await Sent(browser, "/programme/quarters/2025-Q2/versions/1/answer", "answer", ("Reader", "Implementer"), ("Day", "15.09.2025"), ("Words", "Say more."), ("do", "return"));
        (await browser.Page("/programme/quarters/2025-Q2")).QuerySelector("[aria-labelledby=standing]")!.TextContent.ShouldContain("Returned 15.09.2025, implementer: Say more.");
        await Sent(browser, line, "narrative", ("Story", "Second."));
        await Submit(browser, "2025-Q2");
        (await browser.Page("/programme/quarters/2025-Q2/versions/1")).QuerySelector("main")!.TextContent.ShouldContain("First.");
        (await browser.Page("/programme/quarters/2025-Q2/versions/2")).QuerySelector("main")!.TextContent.ShouldContain("Second.");

        await Sent(browser, "/programme/quarters/2025-Q2/versions/2/answer", "answer", ("Reader", "Implementer"), ("Day", "15.09.2025"), ("Words", "7-8/9"));
        var next = await browser.Page("/programme/quarters/2025-Q2/versions/2/answer");
        next.QuerySelectorAll("input[name=Reader]").Select(i => i.GetAttribute("value")).ShouldBe(["ImplementingBody"]);
        (await browser.Page("/programme/quarters")).QuerySelector("tr:has(a[href$='2025-Q2']) td:last-child")!.TextContent.ShouldContain("accepted");
        await Sent(browser, "/programme/quarters/2025-Q2/versions/2/answer", "take-back", ("Reason", "A wrong sum."));
        (await browser.Page(line)).QuerySelector("textarea").ShouldNotBeNull();
        house.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE What LIKE 'programme_interim_reports %: State' AND Action = 'change'").ShouldBe(3, "returned, accepted, taken back");
    }

    [Fact]
    public async Task A_payment_that_is_recorded_later_is_one_difference_and_says_which_it_was()
    {
        using var browser = house.Open("en", Coordinator);
        await Submit(browser, "2025-Q1");
        (await browser.Page("/programme/quarters/2025-Q1")).QuerySelector("[aria-labelledby=standing]")!.TextContent.ShouldContain("The records say the same now as version 1.");
        house.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await Pay(browser, "12.03.2025", "12,50", "Late invoice");
        await Pay(browser, "12.07.2025", "99", "Of another quarter");

        var page = await browser.Page("/programme/quarters/2025-Q1");
        page.QuerySelector("#differences")!.TextContent.Trim().ShouldBe("1 difference from what was submitted");
        var row = page.QuerySelectorAll("[aria-labelledby=standing] tbody tr").ShouldHaveSingleItem();
        row.QuerySelectorAll("td").Take(3).Select(c => c.TextContent.Trim()).ShouldBe(["paid in the quarter", "0.00\u00a0€", "12.50\u00a0€"]);
        row.QuerySelector("a.fig")!.GetAttribute("href").ShouldBe($"/programme/spendings?line={house.Line}&period=2025-Q1&state=paid");
        row.QuerySelectorAll("li a").Select(a => a.TextContent).ShouldBe(["Late invoice"]);
        (await browser.Page("/programme/quarters")).QuerySelector("a[href='/programme/quarters/2025-Q1#differences']").ShouldNotBeNull();
        (await browser.Page("/programme/quarters/2025-Q1/report")).QuerySelector("main")!.TextContent.ShouldContain("1 difference from what was submitted");
        (await browser.Page("/programme/quarters/2025-Q1/versions/1")).QuerySelector("main")!.TextContent.ShouldNotContain("12.50");
        using var answer = await browser.Get("/programme/quarters/2025-Q1/report.xlsx");
        var file = Path.Combine(folder.FullName, "report.xlsx");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        SpreadsheetTests.AsCsv(file)["Submission"].ShouldContain("Differences from what was submitted,1");

        foreach (var language in new[] { "et", "en", "ru", "uk" })
        {
            using var reader = house.Open(language, Coordinator);
            foreach (var path in new[] { "", "/versions/1", "/versions/1/answer", "/report" })
            {
                (await reader.Page("/programme/quarters/2025-Q1" + path)).QuerySelector("main")!.TextContent.ShouldNotContain("[", customMessage: language + path);
            }
            (await reader.Page("/programme/quarters/2025-Q3/submit")).QuerySelector("main")!.TextContent.ShouldNotContain("[", customMessage: language);
        }
    }

    [Fact]
    public async Task What_is_missing_is_said_before_it_is_submitted()
    {
        using var browser = house.Open("en", Coordinator);
        var page = await browser.Page("/programme/quarters/2025-Q3/submit");
        var notice = page.QuerySelector(".notice.warn")!;
        notice.TextContent.ShouldContain("The quarter lasts until 30.09.2025");
        notice.QuerySelectorAll("li a").Select(a => a.GetAttribute("href")).ShouldContain($"/programme/quarters/2025-Q3/lines/{house.Line}");
        notice.TextContent.ShouldContain("could not be computed");
        await browser.Page("/programme/quarters/2025-Q4/submit", HttpStatusCode.NotFound);
        foreach (var path in new[] { "2025-Q3/versions/1", "2025/versions/1", "2025-Q3/versions/1/answer", "2025-Q3/versions/1/report.json" }) { await browser.Page("/programme/quarters/" + path, HttpStatusCode.NotFound); }
    }

    [Theory]
    [InlineData("programme.read,programme.report"), InlineData("programme.read,programme.write,programme.import")]
    public async Task Who_writes_or_counts_does_not_submit(string permissions)
    {
        using var browser = house.Open("en", permissions);
        await browser.Page("/programme/quarters/2025-Q3/submit", HttpStatusCode.Forbidden);
        await browser.Page("/programme/quarters/2025-Q3/versions/1/answer", HttpStatusCode.Forbidden);
        (await browser.Page("/programme/quarters/2025-Q3")).QuerySelector("a[href$='/submit']").ShouldBeNull();
        using var stranger = house.Open("en", "cases.read");
        foreach (var path in new[] { "versions/1", "versions/1/report.json" }) { await stranger.Page("/programme/quarters/2025-Q3/" + path, HttpStatusCode.Forbidden); }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task Submit(Browser browser, string quarter) => Sent(browser, $"/programme/quarters/{quarter}/submit", "submit");

    private Task Pay(Browser browser, string day, string amount, string what) => Sent(browser, "/programme/spendings/record", "spending",
        ("Line", house.Line.ToString()), ("State", "paid"), ("Amount", amount), ("Day", day), ("Description", what));

    private static async Task Sent(Browser browser, string path, string form, params (string, string)[] typed)
    {
        using var sent = await browser.Post(await browser.Page(path), path, form, typed);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
    }
}

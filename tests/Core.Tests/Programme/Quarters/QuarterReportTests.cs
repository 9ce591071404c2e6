using System.CommandLine;
using System.Net;
using Loim.Access;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Loim.Programme.Quarters.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme.Quarters;

public sealed class QuarterReportTests(ProgrammeHouse house) : IClassFixture<ProgrammeHouse>, IDisposable
{
    private const string Writer = "programme.read,programme.report";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("loim-report-");

    private string Path => $"/programme/quarters/2025-Q3/lines/{house.Line}";

    [Fact]
    public async Task What_is_written_on_a_line_stands_in_the_page_the_print_and_the_spreadsheet()
    {
        using var browser = house.Open("en", Writer);
        await Save(browser, "=Two courses.\n\nEight came.");

        var page = await browser.Page("/programme/quarters/2025-Q3");
        page.QuerySelectorAll($"#story-{house.Line} > p:not([class])").Select(p => p.TextContent).ShouldBe(["=Two courses.", "Eight came."]);
        var print = await browser.Page("/programme/quarters/2025-Q3/report");
        print.QuerySelectorAll("h1").Length.ShouldBe(1);
        print.QuerySelector("main")!.TextContent.ShouldContain("Eight came.");
        print.QuerySelector("main")!.TextContent.ShouldNotContain("[");

        using var answer = await browser.Get("/programme/quarters/2025-Q3/report.xlsx");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("rakvere-2025-Q3.xlsx");
        var file = System.IO.Path.Combine(folder.FullName, "report.xlsx");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        SpreadsheetTests.Problems(file).ShouldBeEmpty();
        var lines = SpreadsheetTests.AsCsv(file)["Lines"];
        lines.ShouldContain("3.5.2.1,Developing and providing services to the target group in the Rakvere area,\"82,037.77\"");
        lines.ShouldContain("\"=Two courses.\n\nEight came.\"");
    }

    [Fact]
    public async Task Every_sheet_has_the_figures_of_the_quarter()
    {
        using var browser = house.Open("en", $"{Writer},programme.write");
        const string record = "/programme/spendings/record";
        using var paid = await browser.Post(await browser.Page(record), record, "spending", ("Line", house.Line.ToString()), ("State", "paid"),
            ("Amount", "1 204,50"), ("Day", "12.09.2025"), ("Description", "A course, with tea"), ("Document", "A-7"));
        paid.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var answer = await browser.Get("/programme/quarters/2025-Q3/report.xlsx");
        var file = System.IO.Path.Combine(folder.FullName, "figures.xlsx");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());

        var sheets = SpreadsheetTests.AsCsv(file);
        sheets.Keys.ShouldBe(["Lines", "Work", "Payments"], ignoreOrder: true);
        sheets["Lines"].Split('\n').Single(l => l.Contains("Improving digital skills", StringComparison.Ordinal)).ShouldContain("\"1,204.50\"");
        sheets["Work"].Split('\n').Single(l => l.StartsWith("Enquiries", StringComparison.Ordinal)).ShouldEndWith("Improving digital skills,2");
        sheets["Payments"].ShouldContain("12.09.2025,");
        sheets["Payments"].ShouldEndWith(",Improving digital skills,\"A course, with tea\",A-7,\"1,204.50\"\n");
    }

    [Fact]
    public async Task Whoever_wrote_meanwhile_is_not_overwritten_unseen_and_no_wording_is_lost()
    {
        using var browser = house.Open("en", Writer);
        await Save(browser, "First.");
        var mine = await browser.Page(Path);
        await Save(browser, "Of somebody else.");

        using var refused = await browser.Post(mine, Path, "narrative", ("Story", "Mine."));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var shown = await Browser.Read(refused);
        shown.QuerySelector("textarea")!.TextContent.ShouldBe("Mine.");
        shown.QuerySelector(".thread li")!.TextContent.ShouldContain("Of somebody else.");

        using var saved = await browser.Post(shown, Path, "narrative", ("Story", "Both."));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Page(Path)).QuerySelector(".thread")!.TextContent.ShouldContain("First.");
    }

    [Fact]
    public async Task A_reader_may_not_write_and_a_stranger_reads_no_report()
    {
        using var reader = house.Open("en", "programme.read");
        await reader.Page(Path, HttpStatusCode.Forbidden);
        (await reader.Page("/programme/quarters/2025-Q3")).QuerySelector($"a[href='{Path}']").ShouldBeNull();
        using var stranger = house.Open("en", "cases.read");
        foreach (var file in new[] { "report", "report.xlsx" }) { await stranger.Page($"/programme/quarters/2025-Q3/{file}", HttpStatusCode.Forbidden); }
        foreach (var file in new[] { "2025/report", "2025-Q9/report.xlsx", "1999-Q1/report" }) { await reader.Page($"/programme/quarters/{file}", HttpStatusCode.NotFound); }
        await reader.Page($"/programme/quarters/2025-Q3/lines/{Guid.Empty}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_command_line_writes_both_files_and_says_what_could_not_be_computed()
    {
        (await Should.ThrowAsync<Refusal>(() => Run("2025-Q3", "--out", folder.FullName))).Message.ShouldContain("broken.counted");
        SpreadsheetTests.Problems(System.IO.Path.Combine(folder.FullName, "rakvere-2025-Q3.xlsx")).ShouldBeEmpty();
        var html = await File.ReadAllTextAsync(System.IO.Path.Combine(folder.FullName, "rakvere-2025-Q3.html"));
        html.ShouldContain("Kvartaliaruanne");
        html.ShouldContain("<style>");
        html.ShouldNotContain("href=\"/", customMessage: "the file needs no other");
    }

    [Theory]
    [InlineData("2025"), InlineData("2025-Q5"), InlineData("1999-Q1")]
    public async Task A_quarter_without_a_plan_is_refused_in_a_sentence(string quarter) =>
        (await Should.ThrowAsync<Refusal>(() => Run(quarter, "--out", folder.FullName))).Message.ShouldContain(quarter);

    public void Dispose() => folder.Delete(recursive: true);

    private async Task Save(Browser browser, string story)
    {
        using var saved = await browser.Post(await browser.Page(Path), Path, "narrative", ("Story", story));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<int> Run(params string[] args)
    {
        var command = new RootCommand();
        foreach (var symbol in QuarterReportVerb.Line.Symbols)
        {
            if (symbol is Argument argument) { command.Add(argument); }
            if (symbol is Option option) { command.Add(option); }
        }
        var result = 1;
        await house.InScope(async s =>
        {
            s.GetRequiredService<CurrentViewer>().Viewer = Viewer.House;
            result = await s.GetRequiredService<QuarterReportVerb>().Run(command.Parse(args), TextWriter.Null, CancellationToken.None);
        });
        return result;
    }
}

using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Programme;
using Loim.Programme.Spendings;
using Loim.Programme.Spendings.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme;

public sealed class SpendingFileTests(ProgrammeHouse house) : IClassFixture<ProgrammeHouse>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nan invoice");

    [Fact]
    public async Task A_document_is_given_out_to_readers_and_each_time_it_is_in_the_audit()
    {
        using var browser = house.Open("en", "programme.read,programme.write");
        var path = await Spending();
        using var attached = await browser.Upload(await browser.Page(path + "/attach"), path + "/attach", "file", "File", "../arve 7.pdf", Pdf);
        attached.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = (await browser.Page(path)).QuerySelector<IHtmlAnchorElement>("dd a[href*='/files/']")!;
        link.TextContent.ShouldBe("arve 7.pdf");

        using var reader = house.Open("en", "programme.read");
        using var file = await reader.Get(link.PathName);
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        Reads(link.PathName).ShouldBe(1);
        using var stranger = house.Open("en", "cases.read");
        using var closed = await stranger.Get(link.PathName);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        Reads(link.PathName).ShouldBe(1, "what was not given out is not read");

        using var removed = await browser.Post(await browser.Page(path + "/attach"), path + "/attach", "remove", ("Removed", link.PathName.Split('/')[^1]));
        removed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var gone = await reader.Get(link.PathName);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var back = await browser.Post(await browser.Page(path + "/attach"), path + "/attach", "remove");
        using var again = await reader.Get(link.PathName);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_voided_and_recorded_again_takes_its_documents_along()
    {
        using var browser = house.Open("en", "programme.read,programme.write");
        var path = await Spending();
        foreach (var name in new[] { "arve 8.pdf", "vale.pdf" })
        {
            (await browser.Upload(await browser.Page(path + "/attach"), path + "/attach", "file", "File", name, Pdf)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        var mistaken = (await browser.Page(path)).QuerySelectorAll<IHtmlAnchorElement>("dd a[href*='/files/']").Single(a => a.TextContent == "vale.pdf").PathName.Split('/')[^1];
        (await browser.Post(await browser.Page(path + "/attach"), path + "/attach", "remove", ("Removed", mistaken))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var voided = await browser.Post(await browser.Page(path + "/void"), path + "/void", "void", ("Reason", "Wrong line"), ("again", "1"));
        var again = new Uri(new Uri("http://house"), voided.Headers.Location!).PathAndQuery;
        var form = await browser.Page(again);
        form.QuerySelector("main")!.TextContent.ShouldContain("arve 8.pdf");
        form.QuerySelector("main")!.TextContent.ShouldNotContain("vale.pdf");
        using var recorded = await browser.Post(form, again, "spending", ("Line", $"{house.Line}"), ("State", "paid"), ("Amount", "1"), ("Day", "01.09.2025"), ("Description", "Rent again"), ("Document", "A-7"));
        recorded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var record = (await browser.Page("/programme/spendings")).QuerySelectorAll<IHtmlAnchorElement>("th a").First(a => a.TextContent == "Rent again").PathName;
        var carried = (await browser.Page(record)).QuerySelectorAll<IHtmlAnchorElement>("dd a[href*='/files/']").ShouldHaveSingleItem();
        carried.TextContent.ShouldBe("arve 8.pdf");
        using var file = await browser.Get(carried.PathName);
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        (await browser.Page(path)).QuerySelectorAll("dd a[href*='/files/']").ShouldHaveSingleItem("the void record keeps its own, for the day on which it is restored");
    }

    [Theory]
    [InlineData("arve.pdf", "<html><script>"), InlineData("arve.exe", "%PDF-1.7"), InlineData("arve.pdf", "")]
    public async Task What_is_no_document_is_refused_beside_the_field(string name, string content)
    {
        using var browser = house.Open("en", "programme.read,programme.write");
        var path = await Spending() + "/attach";
        using var answer = await browser.Upload(await browser.Page(path), path, "file", "File", name, Encoding.ASCII.GetBytes(content));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById("file-File-error").ShouldNotBeNull();
    }

    [Fact]
    public void A_file_that_is_too_large_is_none() =>
        Should.Throw<ArgumentException>(() => SpendingFile.Of(Guid.Empty, "arve.pdf", [.. Pdf, .. new byte[SpendingFile.MaxBytes]], Guid.Empty, default));

    [Fact]
    public async Task The_page_of_a_line_shows_its_money_its_work_and_says_in_words_how_it_is_spent()
    {
        using var browser = house.Open("en", "programme.read");
        var line = (await browser.Page("/programme/plan")).QuerySelector<IHtmlAnchorElement>($"#line-{house.Line} th a")!.PathName;
        await Spending();
        var page = await browser.Page(line);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Improving digital skills");
        page.QuerySelector("a[href*='evidence/cases.visits']")!.TextContent.ShouldBe("2");
        page.QuerySelector("main")!.TextContent.ShouldContain("Spent more slowly than planned");
        await browser.Page($"/programme/lines/{Guid.Empty}", HttpStatusCode.NotFound);
        using var stranger = house.Open("en", "cases.read");
        await stranger.Page(line, HttpStatusCode.Forbidden);
    }

    private long Reads(string path) => house.House.Scalar<long>($"SELECT count(*) FROM house_audit WHERE Action = 'read' AND Page = 'GET {path}'");

    private async Task<string> Spending()
    {
        var spending = new Spending { LineId = house.Line, CommittedOn = new(2025, 9, 1), CommittedCents = 100, Document = "A-7", Description = "Rent", By = Guid.Empty, At = default };
        await house.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<ProgrammeDb>().Add(spending)));
        return $"/programme/spendings/{spending.Id}";
    }
}

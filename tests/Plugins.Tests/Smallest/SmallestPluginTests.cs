using System.Net;
using Loim.Core.Tests.Web;

namespace Loim.Plugins.Tests.Smallest;

public sealed class SmallestHouse() : WebHouse(Template.Build());

/// <summary>What a new municipality begins with stays small, and works as it is.</summary>
public sealed class SmallestPluginTests(SmallestHouse house) : IClassFixture<SmallestHouse>
{
    [Fact]
    public void It_is_at_most_4_files_and_70_lines()
    {
        var files = Directory.GetFiles(Template.Source, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".template.config")).ToList();
        files.Count.ShouldBeLessThanOrEqualTo(4);
        files.Sum(f => File.ReadAllLines(f).Length).ShouldBeLessThanOrEqualTo(70);
    }

    [Fact]
    public async Task Its_form_writes_a_row_that_its_page_then_shows()
    {
        using var browser = house.Open("uk", "welcome-desk.use");
        var page = await browser.Page("/welcome-desk");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Зразок");
        page.QuerySelector("nav a[href='/welcome-desk']").ShouldNotBeNull();
        using var answer = await browser.Post(page, "/welcome-desk", "entry", ("Title", "Õhtune <b>tee</b>"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Page("/welcome-desk")).QuerySelector("main li")!.TextContent.ShouldContain("15.09.2025 Õhtune <b>tee</b>");
        house.House.Scalar<long>("SELECT count(*) FROM welcome_desk_entries").ShouldBe(1);
    }

    [Fact]
    public async Task It_says_what_is_missing_and_lets_nobody_in_without_its_permission()
    {
        using var browser = house.Open("et", "welcome-desk.use");
        using var answer = await browser.Post(await browser.Page("/welcome-desk"), "/welcome-desk", "entry", ("Title", " "));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var stranger = house.Open("et", "library.read");
        (await stranger.Get("/welcome-desk")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

using System.Net;
using Loim.Core.Tests.Web;
using Rakvere.Library;

namespace Loim.Plugins.Tests.Library;

public sealed class LibraryHouse() : WebHouse(new LibraryModule());

public sealed class CafePageTests(LibraryHouse house) : IClassFixture<LibraryHouse>
{
    private const string Staff = "events.read,events.write,library.read,library.write";

    private static readonly (string, string)[] Typed =
    [
        ("Day", "9.9.2025"), ("Start", "17.30"), ("End", "19.00"), ("Room", "Lugemissaal"), ("Language", "uk"),
        ("Newcomers", "12"), ("Locals", "5"), ("Returning", "7"),
    ];

    [Fact]
    public async Task Staff_record_a_cafe_and_find_it_in_both_lists()
    {
        using var browser = house.Open("et", Staff);
        var form = await browser.Page("/library/cafes/new");
        using var answer = await browser.Post(form, "/library/cafes/new", "cafe", Typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var list = await browser.Page("/library/cafes");
        list.QuerySelector("tbody tr")!.TextContent.ShouldContain("Lugemissaal");
        (await browser.Page("/events")).QuerySelector("tbody tr")!.TextContent.ShouldContain("17");
        (await browser.Page("/events?Q=KEELEkohv")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await browser.Page("/events?Q=seminar")).QuerySelector(".empty").ShouldNotBeNull();
        var opened = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        (await browser.Page(opened)).QuerySelectorAll(".figure b").Select(b => b.TextContent.Trim()).ShouldBe(["17", "12", "5"]);
    }

    [Theory]
    [InlineData("Returning", "18")]
    [InlineData("Newcomers", "10001")]
    [InlineData("Newcomers", "")]
    [InlineData("End", "17.00")]
    [InlineData("Day", "16.9.2025")]
    [InlineData("Day", "9.9.25")]
    [InlineData("Language", "fi")]
    public async Task A_wrong_answer_is_named_beside_its_field(string field, string typed)
    {
        using var browser = house.Open("uk", Staff);
        var form = await browser.Page("/library/cafes/new");
        using var answer = await browser.Post(form, "/library/cafes/new", "cafe", [.. Typed.Where(t => t.Item1 != field), (field, typed)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById($"cafe-{field}-error").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/events")]
    public async Task Library_staff_without_a_permission_stand_before_a_closed_door(string page)
    {
        using var browser = house.Open("et", "library.read");
        (await browser.Get(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Loim.PublicSite;

namespace Loim.Core.Tests.PublicSite;

/// <summary>The accessibility statement says what was tested and what was not, and no day that nobody gave.</summary>
public sealed class AccessibilityTests(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Path = "/public-site/accessibility";

    [Fact]
    public async Task It_is_found_from_each_public_page_and_names_who_is_asked_and_who_supervises()
    {
        using var resident = house.Open("et", permissions: null);
        foreach (var from in new[] { "/public-site", "/public-site/ask", "/accounts/sign-in" })
        {
            (await resident.Page(from)).QuerySelector($"footer a[href='{Path}']").ShouldNotBeNull(from);
        }
        var text = (await resident.Page(Path)).QuerySelector("main")!;
        foreach (var said in new[] { "osaliselt", "axe", "ekraanilugejat", "555 0100", "Tarbijakaitse ja Tehnilise Järelevalve Amet", "ei ole veel öelnud" }) { text.TextContent.ShouldContain(said); }
        text.QuerySelector("a[href='mailto:abi@rakvere.example']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_day_is_the_municipalitys()
    {
        var web = WebHouse.Of(TestHouse.With(new Dictionary<string, string?> { ["public-site:StatementOn"] = "01.09.2025" }, new PublicSiteModule()));
        await web.InitializeAsync();
        using var resident = web.Open("en", permissions: null);
        (await resident.Page(Path)).QuerySelector("main")!.TextContent.ShouldContain("last reviewed on 01.09.2025");
        await web.DisposeAsync();
    }

    [Theory, InlineData("", true), InlineData("31.12.2025", true), InlineData("2025-12-31", false), InlineData("31.02.2025", false)]
    public void A_day_that_is_none_is_refused(string day, bool right) => (BoundSettings.ProblemsOf(new PublicSiteSettings { StatementOn = day }).Count == 0).ShouldBe(right);

    [Fact]
    public async Task Who_asks_for_help_can_read_what_is_kept_of_it()
    {
        using var resident = house.Open("ru", permissions: null);
        (await resident.Page("/public-site/ask")).QuerySelector("main a[href='/data-protection/about-you']")!.TextContent.ShouldBe("Что мы храним о вас");
    }
}

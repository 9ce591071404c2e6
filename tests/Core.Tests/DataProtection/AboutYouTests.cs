using Loim.Access;
using Loim.Cases;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.DataProtection;
using Loim.DataProtection.Keeping;
using Loim.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.DataProtection;

/// <summary>What anyone may read of what is kept about them follows from the modules that are on.</summary>
public sealed class AboutYouTests
{
    private const string Path = "/data-protection/about-you";

    [Theory, InlineData("et"), InlineData("en"), InlineData("ru"), InlineData("uk")]
    public async Task Every_purpose_of_the_register_is_told_to_anyone_in_their_language(string language)
    {
        await using var web = await Open(TestHouse.With(new CasesModule(), new EventsModule()));
        using var officer = web.It.Open(language, "data-protection.read");
        var purposes = (await officer.Page("/data-protection")).QuerySelectorAll("tbody td:first-child").Select(td => td.TextContent.Trim()).Distinct().ToList();
        purposes.Count.ShouldBeGreaterThan(10);
        using var stranger = web.It.Open(language, permissions: null);
        var page = await stranger.Page(Path);
        page.QuerySelectorAll("main h3").Select(h => h.TextContent).Distinct().ShouldBe(purposes, ignoreOrder: true);
        page.QuerySelectorAll("main dd").ShouldAllBe(dd => dd.TextContent.Trim().Length > 0);
        page.QuerySelector("main")!.TextContent.ShouldNotContain("[");
        page.QuerySelector($"footer a[href='{Path}']")!.TextContent.ShouldBe(page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_module_that_is_off_keeps_nothing_and_one_that_is_on_says_who_gets_it()
    {
        await using var without = await Open(TestHouse.With(new CasesModule()));
        (await Read(without)).ShouldNotContain("Keeping a seat");
        await using var with = await Open(TestHouse.With(new CasesModule(), new EventsModule()));
        var text = await Read(with);
        text.ShouldContain("Keeping a seat");
        text.ShouldContain("whoever holds the event");
        text.ShouldContain("the institution to which you are referred");
    }

    [Fact]
    public async Task The_municipalitys_own_period_is_the_one_that_is_told()
    {
        await using var web = await Open(TestHouse.With(new EventsModule()));
        (await Read(web)).ShouldContain("Names and contacts of those registered: 30 days");
        await web.It.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
        {
            var period = new Period { Module = "events", What = "retention.registration" };
            period.Set(12, "andmekaitse", "määrus § 1", "Test Tester", web.It.House.Clock.GetUtcNow().UtcDateTime);
            s.GetRequiredService<House<DataProtectionDb>>().Db.Add(period);
        }));
        (await Read(web)).ShouldContain("Names and contacts of those registered: 12 days");
    }

    [Fact]
    public async Task It_says_who_answers_and_how_they_are_reached()
    {
        await using var web = await Open(TestHouse.With(new Dictionary<string, string?> { ["data-protection:Officer"] = "andmekaitse@rakvere.example" }));
        var text = await Read(web);
        text.ShouldContain("Rakvere linn");
        text.ShouldContain("555 0100");
        text.ShouldContain("andmekaitse@rakvere.example");
        text.ShouldContain("Andmekaitse Inspektsioon");
        await using var silent = await Open(TestHouse.With());
        (await Read(silent)).ShouldContain("The contact is not added yet");
    }

    private static async Task<string> Read(Opened web)
    {
        using var stranger = web.It.Open("en", permissions: null);
        return (await stranger.Page(Path)).QuerySelector("main")!.TextContent;
    }

    private static async Task<Opened> Open(TestHouse house)
    {
        var web = WebHouse.Of(house);
        await web.InitializeAsync();
        return new(web);
    }

    private sealed record Opened(WebHouse It) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await It.DisposeAsync();
    }
}

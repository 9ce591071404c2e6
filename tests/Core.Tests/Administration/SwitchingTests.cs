using System.Net;
using AngleSharp.Dom;
using Loim.Core.Tests.Administration.Tuned;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Administration;

public sealed class SwitchingTests : IAsyncLifetime
{
    private const string Off = "/administration/modules/tuned/off";
    private readonly TestHouse house = TestHouse.With(new TunedModule());
    private readonly WebHouse web;

    public SwitchingTests() => web = new WebHouse(house);

    public Task InitializeAsync() => web.InitializeAsync();

    public Task DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task Switching_off_writes_a_wish_and_waits_for_its_outcome()
    {
        using var browser = Administrator();
        using var response = await browser.Post(await browser.Page(Off), Off, "turn");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        house.Scalar<string>("SELECT Module || '|' || \"On\" || '|' || \"By\" FROM house_wishes").ShouldBe("tuned|0|Test Tester");
        house.Scalar<string>("SELECT What FROM house_audit WHERE What LIKE 'house_wishes %'").ShouldBe($"house_wishes {house.Switchboard.Asked.Single()}");
        house.Switchboard.Asked.Count.ShouldBe(1);
        (await browser.Page("/administration/modules")).QuerySelector(".notice.good")!.TextContent.ShouldContain("Tuned");
        (await browser.Page("/administration/modules/history")).QuerySelector("tbody")!.TextContent.ShouldContain("Switch off: Tuned");
    }

    [Fact]
    public async Task A_refusal_is_shown_with_its_reason()
    {
        house.Switchboard.Answer = new(false, "tuned: probe: /tuned answers 500");
        using var browser = Administrator();
        using var response = await browser.Post(await browser.Page(Off), Off, "turn");
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Read(response);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("all is as it was");
        page.QuerySelector("details[open] [lang=en]")!.TextContent.ShouldBe("tuned: probe: /tuned answers 500");
    }

    [Fact]
    public async Task A_module_that_others_need_offers_no_button()
    {
        Status("needy", ModuleState.On, requires: "tuned");
        using var browser = Administrator();
        var page = await browser.Page(Off);
        page.QuerySelector(".notice.warn")!.TextContent.ShouldContain("needy");
        page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/administration/modules/accounts/off")]
    [InlineData("/administration/modules/tuned/sideways")]
    [InlineData("/administration/modules/nonsense/off")]
    public async Task What_cannot_be_switched_has_no_page(string path)
    {
        using var browser = Administrator();
        await browser.Page(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_says_what_is_wrong_in_words_and_folds_the_details()
    {
        Status("broken", ModuleState.Failed, "start", "InvalidOperationException: no <IHours>");
        Status("needy", ModuleState.Refused, "requirements", "It requires absent, which is not on.", requires: "absent");
        using var browser = Administrator();
        var page = await browser.Page("/administration/modules?show=attention");
        var rows = page.QuerySelectorAll("tbody tr");
        rows.Length.ShouldBe(2);
        rows[0].QuerySelector(".tag.bad")!.TextContent.ShouldBe("Failed");
        rows[0].QuerySelector("details")!.TextContent.ShouldContain("no <IHours>");
        rows[1].QuerySelector(".tag.warn")!.TextContent.ShouldBe("Refused");
        rows[1].QuerySelector(".small")!.TextContent.ShouldContain("absent");
        (await browser.Page("/administration/modules")).QuerySelectorAll("tbody tr").Length.ShouldBe(house.Switchboard.Modules.Count);
    }

    [Fact]
    public async Task Building_anew_is_a_wish_without_a_module()
    {
        using var browser = Administrator();
        using var response = await browser.Post(await browser.Page("/administration/modules"), "/administration/modules", "anew");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        house.Scalar<string>("SELECT Module FROM house_wishes").ShouldBe("");
    }

    [Theory]
    [InlineData("/administration/modules")]
    [InlineData("/administration/modules/tuned/off")]
    [InlineData("/administration/modules/history")]
    [InlineData("/administration/settings/tuned")]
    [InlineData("/administration/audit")]
    [InlineData("/administration/health")]
    [InlineData("/administration/parked-facts")]
    [InlineData("/accounts")]
    [InlineData("/accounts/new")]
    [InlineData("/accounts/roles")]
    public async Task Nobody_else_may_see_it(string path)
    {
        using var browser = web.Open("et", "cases.read");
        await browser.Page(path, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/administration/modules")]
    [InlineData("/administration/modules/history")]
    [InlineData("/administration/modules/tuned/off")]
    [InlineData("/administration/settings/tuned")]
    [InlineData("/administration/audit?person=x&from=yesterday&page=-3&who=%27%20OR%201%3D1")]
    [InlineData("/administration/health")]
    [InlineData("/administration/parked-facts")]
    [InlineData("/accounts")]
    [InlineData("/accounts?q=%C3%B5")]
    [InlineData("/accounts/new")]
    [InlineData("/accounts/roles")]
    [InlineData("/accounts/roles/new")]
    [InlineData("/accounts/sign-in")]
    public async Task Every_page_stands_in_every_language(string path)
    {
        foreach (var language in TestHouse.Rakvere.Languages)
        {
            using var browser = web.Open(language, "administration.*,accounts.*");
            var page = await browser.Page(path);
            page.QuerySelectorAll("h1").Length.ShouldBe(1);
        }
        web.Services.GetRequiredService<Loim.Web.Texts>().Missing.Keys.ShouldBeEmpty();
    }

    private Browser Administrator() => web.Open("en", "administration.modules,administration.settings");

    private void Status(string id, ModuleState state, string? phase = null, string? reason = null, string? requires = null) =>
        house.Switchboard.Modules = [.. house.Switchboard.Modules, new(id, "Tallinn", state, "1.0.0", "c07d91aa", phase, reason, null, null, false, requires is null ? [] : [requires])];
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Administration.Tuned;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;

namespace Loim.Core.Tests.Administration;

public sealed class SettingsTests : IAsyncLifetime
{
    private const string Path = "/administration/settings/tuned";
    private readonly TestHouse house = TestHouse.With(new Dictionary<string, string?> { ["tuned:Days"] = "45" }, new TunedModule());
    private readonly WebHouse web;
    private Browser browser = default!;

    public SettingsTests() => web = new WebHouse(house);

    public async Task InitializeAsync()
    {
        await web.InitializeAsync();
        browser = web.Open("en", "administration.settings,administration.modules");
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task The_form_has_a_field_for_each_property_with_the_value_that_holds()
    {
        var page = await browser.Page(Path);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Tuned: settings");
        page.QuerySelector<IHtmlInputElement>("#settings-Contact")!.Value.ShouldBe("front desk");
        page.QuerySelector<IHtmlInputElement>("#settings-Days")!.Value.ShouldBe("45");
        page.QuerySelector<IHtmlInputElement>("#settings-Reminders")!.IsChecked.ShouldBeTrue();
        page.QuerySelectorAll<IHtmlInputElement>("input[name=Channel]").Single(i => i.IsChecked).Value.ShouldBe("Phone");
        page.QuerySelector("label[for=settings-Days]")!.TextContent.Trim().ShouldStartWith("Days");
    }

    [Theory]
    [InlineData("Days", "abc", "whole number")]
    [InlineData("Days", "12,5", "whole number")]
    [InlineData("Days", "0", "1")]
    [InlineData("Days", "366", "365")]
    [InlineData("Days", "", "Fill in")]
    [InlineData("Contact", "", "Fill in")]
    [InlineData("Contact", "a contact that is much too long", "at most 20")]
    [InlineData("Prefix", "r1", "Two capital letters")]
    [InlineData("Prefix", "<b>", "Two capital letters")]
    [InlineData("Channel", "Nowhere", "")]
    public async Task A_wrong_value_stands_with_its_message_and_nothing_is_written(string field, string value, string message)
    {
        using var response = await Post((field, value));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(response)).GetElementById($"settings-{field}-error")!.TextContent.ShouldContain(message, Case.Insensitive);
        house.Scalar<int>("SELECT (SELECT count(*) FROM house_settings) + (SELECT count(*) FROM house_wishes)").ShouldBe(0);
    }

    [Fact]
    public async Task Right_values_are_a_wish_that_the_house_be_built_with_them()
    {
        using var response = await Post(("Days", "1"), ("Channel", "Desk"), ("Reminders", "false"));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var wished = WishedSettings.Of(house.Scalar<string>("SELECT Settings FROM house_wishes"));
        wished.Module.ShouldBe("tuned");
        wished.Values.OrderBy(v => v.Key, StringComparer.Ordinal).ShouldBe(
            [new("Channel", "Desk"), new("Contact", "front desk"), new("Days", "1"), new("Prefix", "RK"), new("Reminders", "false")]);
        house.Scalar<string>("SELECT Module || '|' || \"By\" FROM house_wishes").ShouldBe("|Test Tester");
        house.Switchboard.Asked.ShouldBe([house.Scalar<long>("SELECT Number FROM house_wishes")]);
    }

    [Fact]
    public async Task What_the_house_refuses_is_shown_and_never_holds()
    {
        house.Switchboard.Answer = new(false, "tuned: services: no");
        using var response = await Post(("Days", "8"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Read(response);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("did not take these values");
        page.QuerySelector("details[open] [lang=en]")!.TextContent.ShouldBe("tuned: services: no");
        page.QuerySelector<IHtmlInputElement>("#settings-Days")!.Value.ShouldBe("8");
        house.Scalar<int>("SELECT count(*) FROM house_settings").ShouldBe(0);
    }

    [Fact]
    public async Task A_module_without_settings_has_no_such_page()
    {
        await browser.Page("/administration/settings/accounts", HttpStatusCode.NotFound);
        await browser.Page("/administration/settings/nonsense", HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> Post(params (string Name, string Value)[] typed)
    {
        var right = new Dictionary<string, string> { ["Contact"] = "front desk", ["Prefix"] = "RK", ["Days"] = "45", ["Reminders"] = "true", ["Channel"] = "Phone" };
        foreach (var (name, value) in typed) { right[name] = value; }
        return await browser.Post(await browser.Page(Path), Path, "settings", [.. right.Select(r => (r.Key, r.Value))]);
    }
}

using System.Net;
using Loim.Core.Tests.Data;
using Loim.PublicSite;

namespace Loim.Core.Tests.Web;

/// <summary>What the web sends without being asked who it is: addresses said by somebody before the house, and forms by the dozen.</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    public async Task A_named_proxy_alone_says_by_what_scheme_somebody_came(string named, bool believed)
    {
        await using var front = new Front(TestHouse.In(TestHouse.Rakvere with { Proxies = [named] }, new PublicSiteModule()));
        await front.Open();
        using var answer = await front.Browser.Get("/public-site", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"));
        answer.Headers.TryGetValues("Strict-Transport-Security", out var told).ShouldBe(believed);
        if (believed) { told!.Single().ShouldStartWith("max-age=31536000"); }
    }

    [Fact]
    public async Task The_eleventh_form_from_an_address_waits_and_keeps_what_was_typed()
    {
        await using var front = new Front(TestHouse.In(TestHouse.Rakvere, new PublicSiteModule()));
        await front.Open();
        for (var sent = 1; sent <= 10; sent++)
        {
            using var taken = await Ask(front.Browser, $"{sent}. küsimus", sent % 2 == 0 ? "/Public-Site/ask/" : "/public-site/ask");
            taken.StatusCode.ShouldBe(HttpStatusCode.Found);
        }
        using var refused = await Ask(front.Browser, "üheteistkümnes küsimus");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Browser.Read(refused)).QuerySelector("#help-Text")!.TextContent.ShouldContain("üheteistkümnes");
        front.House.Scalar<int>("SELECT count(*) FROM public_site_help_requests").ShouldBe(10);
    }

    [Fact]
    public async Task A_machine_with_a_network_of_addresses_is_one()
    {
        await using var front = new Front(TestHouse.In(TestHouse.Rakvere with { Proxies = ["127.0.0.1"] }, new PublicSiteModule()));
        await front.Open();
        for (var sent = 1; sent <= 11; sent++)
        {
            using var machine = front.From($"2001:db8:0:1::{sent:x}");
            using var answer = await Ask(machine, $"{sent}. küsimus");
            answer.StatusCode.ShouldBe(sent <= 10 ? HttpStatusCode.Found : HttpStatusCode.TooManyRequests);
        }
        using var neighbour = front.From("2001:db8:0:2::1");
        using var taken = await Ask(neighbour, "naabri küsimus");
        taken.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private static async Task<HttpResponseMessage> Ask(Browser resident, string text, string address = "/public-site/ask") =>
        await resident.Post(await resident.Page(address), address, "help", ("Text", text), ("Language", "et"), ("Contact", "keegi@example.ee"));

    private sealed class Front(TestHouse house) : IAsyncDisposable
    {
        private readonly WebHouse web = WebHouse.Of(house);

        public TestHouse House => house;
        public Browser Browser { get; private set; } = default!;

        public Browser From(string address) => web.Open("et", permissions: null).From(address);

        public async Task Open()
        {
            await web.InitializeAsync();
            Browser = web.Open("et", permissions: null);
        }

        public async ValueTask DisposeAsync()
        {
            Browser.Dispose();
            await web.DisposeAsync();
        }
    }
}

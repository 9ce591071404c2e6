using System.Net;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Loim.PublicSite;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Web;

/// <summary>By which names the house may be asked for, and what a browser keeps of it under its own name alone.</summary>
public sealed class HostTests
{
    private static readonly Deployment Real = TestHouse.Rakvere;

    public static TheoryData<string, string[], string, bool, string, bool> Names => new()
    {
        { "nothing is said", [], "", false, "127.0.0.1", true },
        { "nothing is said", [], "", false, "evil.example", false },
        { "a demonstration", [], "", true, "evil.example", true },
        { "an address", [], "https://loim.rakvere.example", false, "loim.rakvere.example", true },
        { "an address", [], "https://loim.rakvere.example", false, "localhost:5080", true },
        { "an address", [], "https://loim.rakvere.example", false, "loim.rakvere.example.evil.example", false },
        { "names", ["loim.rakvere.example", "*.lounavald.example"], "", false, "LOIM.rakvere.example:8443", true },
        { "names", ["loim.rakvere.example", "*.lounavald.example"], "", false, "a.lounavald.example", true },
        { "names", ["loim.rakvere.example"], "https://other.example", false, "other.example", false },
        { "names", ["loim.rakvere.example"], "", true, "evil.example", false },
    };

    [Theory, MemberData(nameof(Names))]
    public async Task The_house_answers_to_its_own_names(string said, string[] hosts, string address, bool demo, string asked, bool answers)
    {
        await using var front = new Front(Real with { Hosts = hosts, Address = address, Demo = demo });
        using var answer = await front.Ask(HttpMethod.Get, "/", asked);
        answer.StatusCode.ShouldBe(answers ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, said);
        if (answers) { return; }
        $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}".ShouldNotContain("evil.example");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("loim.rakvere.example", "__Host-antiforgery", true)]
    [InlineData("127.0.0.1", "antiforgery", false)]
    public async Task The_half_of_a_forms_token_that_a_browser_keeps_is_of_this_host_alone(string host, string name, bool secure)
    {
        await using var front = new Front(Real with { Hosts = [host] });
        using var shown = await front.Ask(HttpMethod.Get, "/public-site/ask", host);
        var parts = shown.Headers.GetValues("Set-Cookie").Single(c => c.Contains("antiforgery", StringComparison.Ordinal)).Split("; ");
        parts[0].ShouldStartWith(name + "=");
        parts.Skip(1).Order().ShouldBe(secure ? ["httponly", "path=/", "samesite=strict", "secure"] : ["httponly", "path=/", "samesite=strict"]);

        var page = await Browser.Read(shown);
        KeyValuePair<string, string>[] form =
        [
            new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new("_handler", "help"), new("Text", "Kas keegi aitab?"), new("Language", "et"), new("Contact", "keegi@example.ee"),
        ];
        using var taken = await front.Ask(HttpMethod.Post, "/public-site/ask", host, parts[0], form);
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var refused = await front.Ask(HttpMethod.Post, "/public-site/ask", host, parts[0].Replace(name, secure ? "antiforgery" : "__Host-antiforgery", StringComparison.Ordinal), form);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a cookie that another host could have set is none");
    }

    private sealed class Front(Deployment deployment) : IAsyncDisposable
    {
        private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        private WebHouse? web;

        public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string host, string? cookie = null, IEnumerable<KeyValuePair<string, string>>? form = null)
        {
            if (web is null) { await (web = WebHouse.Of(TestHouse.In(deployment, new PublicSiteModule()))).InitializeAsync(); }
            var address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            using var request = new HttpRequestMessage(method, address + path) { Content = form is null ? null : new FormUrlEncodedContent(form) };
            request.Headers.Host = host;
            if (cookie is not null) { request.Headers.Add("Cookie", cookie); }
            return await client.SendAsync(request);
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            if (web is not null) { await web.DisposeAsync(); }
        }
    }
}

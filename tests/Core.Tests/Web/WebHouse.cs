using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Loim.Core.Tests.Web;

/// <summary>A house that answers requests: the real container and pipeline, with the samples module, or others, and a browser of its own.
/// Who asks is said by a header.</summary>
public class WebHouse : IAsyncLifetime
{
    private readonly TestHouse house;
    private WebApplication app = default!;
    private Uri address = default!;

    public WebHouse() : this(new Samples.SamplesModule()) { }

    protected WebHouse(params Module[] modules) => house = TestHouse.With(modules);

    internal WebHouse(TestHouse house) => this.house = house;

    public static WebHouse Of(TestHouse house) => new(house);

    public TestHouse House => house;
    internal FaultLog Faults => house.Faults;
    public IServiceProvider Services => app.Services;
    public Uri Address => address;

    public async Task InScope(Func<IServiceProvider, Task> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    public virtual async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => { k.AddServerHeader = false; Sizes.Widen(k.Limits); }).UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(Log).AddRouting().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).AddSingleton(new Activation());
        builder.Services.AddHouse(house.Parts, house.Modules);
        builder.Services.AddScoped<IViewers, HeaderViewers>();
        builder.Services.AddAuthentication(HeaderSignIn.Name).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Name, null);
        app = builder.Build();
        app.UseHouse(house.Modules);
        await app.StartAsync();
        address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Nothing is logged, unless a test wants to see what is.</summary>
    protected virtual void Log(ILoggingBuilder logs) { }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await house.DisposeAsync();
    }

    /// <param name="permissions">Null for somebody who is not signed in.</param>
    public Browser Open(string language, string? permissions = "samples.write") => new(address, language, permissions, () => string.Join('\n', house.Faults.Recent.Take(3)));

    /// <summary>The browser of somebody whose account and organisation matter.</summary>
    public Browser Open(string language, Guid account, string? organisation, IEnumerable<string> permissions) =>
        new(address, language, string.Join(',', permissions), () => string.Join('\n', house.Faults.Recent.Take(3)), $"{account}|{Uri.EscapeDataString(organisation ?? "")}");

    /// <summary>Each permission is a claim.</summary>
    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        public const string Name = "Header";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-Viewer"] is not [{ } permissions]) { return Task.FromResult(AuthenticateResult.NoResult()); }
            var claims = permissions.Split(',').Select(p => new Claim("permission", p));
            if (Request.Headers["X-Account"] is [{ } account]) { claims = claims.Append(new Claim("account", account)); }
            var identity = new ClaimsIdentity(claims, Name);
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name)));
        }
    }

    private sealed class HeaderViewers : IViewers
    {
        private static readonly Guid Account = Guid.CreateVersion7();

        public Task<Viewer?> Of(ClaimsPrincipal principal)
        {
            var permissions = principal.FindAll("permission").Select(c => c.Value).ToHashSet();
            return Task.FromResult<Viewer?>(principal.FindFirstValue("account")?.Split('|') is [var account, var organisation]
                ? Viewer.Of(Guid.Parse(account), "Test Tester", organisation.Length == 0 ? null : Uri.UnescapeDataString(organisation), permissions)
                : Viewer.Of(Account, "Test Tester", null, permissions));
        }
    }
}

/// <summary>Asks for pages in one language, keeps cookies, posts the forms that pages hold.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient client;
    private readonly Func<string> faults;

    public Browser(Uri address, string language, string? permissions, Func<string> faults, string? account = null)
    {
        this.faults = faults;
        client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (permissions is not null) { client.DefaultRequestHeaders.Add("X-Viewer", permissions); }
        if (account is not null) { client.DefaultRequestHeaders.Add("X-Account", account); }
    }

    /// <summary>Comes from this address, as the proxy before the house says.</summary>
    public Browser From(string address)
    {
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return this;
    }

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path);

    public async Task<HttpResponseMessage> Get(string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) { request.Headers.Add(name, value); }
        return await client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> Send(string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(path, content);
    }

    public async Task<IHtmlDocument> Page(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(expected, faults());
        return await Read(response);
    }

    /// <summary>Posts the form of this name with what it holds already and what is typed over it.</summary>
    public async Task<HttpResponseMessage> Post(IHtmlDocument page, string path, string form, params (string Name, string Value)[] typed)
    {
        var hidden = page.QuerySelectorAll<IHtmlInputElement>($"form:has(input[name=_handler][value='{form}']) input[type=hidden]");
        using var content = new FormUrlEncodedContent(hidden.Select(i => KeyValuePair.Create(i.Name!, i.Value)).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value))));
        return await client.PostAsync(path, content);
    }

    public async Task<HttpResponseMessage> Upload(IHtmlDocument page, string path, string form, string field, string file, byte[] bytes, params (string Name, string Value)[] typed)
    {
        var hidden = page.QuerySelectorAll<IHtmlInputElement>($"form:has(input[name=_handler][value='{form}']) input[type=hidden]");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in hidden.Select(i => (i.Name!, i.Value)).Concat(typed)) { content.Add(new StringContent(value), name); }
        content.Add(new ByteArrayContent(bytes), field, file);
        return await client.PostAsync(path, content);
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        (IHtmlDocument)await BrowsingContext.New().OpenAsync(async request => request.Content(await response.Content.ReadAsStringAsync()));

    public void Dispose() => client.Dispose();
}

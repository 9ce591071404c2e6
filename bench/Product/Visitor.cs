using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace Loim.Bench.Product;

/// <summary>Somebody with a browser: opens pages, fills in forms, keeps cookies.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    public Visitor(Uri address)
    {
        Address = address;
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, UseProxy = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("et");
    }

    public Uri Address { get; }

    /// <summary>As the browser would send them with the next request.</summary>
    public string Cookies => cookies.GetCookieHeader(Address);

    public Task<string> Read(string path, CancellationToken ct) => http.GetStringAsync(path, ct);

    /// <summary>The form that the page posts, as it would be sent untouched, hidden fields and all.</summary>
    public async Task<FilledForm> Open(string path, CancellationToken ct)
    {
        using var context = BrowsingContext.New(Configuration.Default);
        var html = await Read(path, ct);
        using var page = await context.OpenAsync(r => r.Content(html).Address(new Uri(Address, path)), ct);
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        return FilledForm.Of(form, path);
    }

    public async Task SignIn(string account, string password, CancellationToken ct)
    {
        var form = (await Open("/accounts/sign-in", ct)).With("Name", account).With("Password", password);
        using var content = new StringContent(form.Encoded, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await http.PostAsync(form.Path, content, ct);
        if (!Cookies.Contains("loim=", StringComparison.Ordinal)) { throw new InvalidOperationException($"{account} could not sign in: {answer.StatusCode}"); }
    }

    public void Dispose() => http.Dispose();
}

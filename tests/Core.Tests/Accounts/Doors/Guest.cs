using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.Accounts.Doors;

/// <summary>A browser of its own, on a machine of its own.</summary>
internal sealed class Guest : IDisposable
{
    private readonly HttpClient client;

    public Guest(Uri address, byte number)
    {
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, ConnectCallback = (to, ct) => Connect(to, number, ct) }) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("et");
    }

    public CookieContainer Cookies { get; } = new();

    public string Cookie => Cookies.GetCookieHeader(client.BaseAddress!);

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    /// <summary>Asks, follows one redirection, and says what came at last.</summary>
    public async Task<(HttpStatusCode Status, string Html)> Follow(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var page = await client.GetAsync(answer.Headers.Location);
        return (page.StatusCode, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()));
    }

    /// <summary>With this cookie and no other, as somebody who has stolen or kept it.</summary>
    public static async Task<HttpStatusCode> Replay(Uri address, string cookie)
    {
        using var bare = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        bare.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await bare.GetAsync("/accounts/me");
        return answer.StatusCode;
    }

    /// <summary>Fills in the form of this name on the page.</summary>
    public Task<HttpResponseMessage> Post(string path, string form, params (string Name, string Value)[] typed) => Post(path, form, _ => typed);

    /// <summary>Fills it in by what stands on the page.</summary>
    public Task<HttpResponseMessage> Post(string path, string form, Func<IDocument, (string Name, string Value)[]> type) => Post(path, path, form, type);

    /// <summary>Sends the form of one page to another address.</summary>
    public Task<HttpResponseMessage> Send(string from, string to, string form, params (string Name, string Value)[] typed) => Post(from, to, form, _ => typed);

    private async Task<HttpResponseMessage> Post(string from, string to, string form, Func<IDocument, (string Name, string Value)[]> type)
    {
        using var answer = await client.GetAsync(from);
        var page = await Browser.Read(answer);
        var hidden = page.QuerySelectorAll($"form:has(input[name=_handler][value='{form}']) input[type=hidden]");
        using var content = new FormUrlEncodedContent(hidden.Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Concat(type(page).Select(t => KeyValuePair.Create(t.Name, t.Value))));
        return await client.PostAsync(to, content);
    }

    public Task<HttpResponseMessage> SignIn(string name, string password) => Post("/accounts/sign-in", "sign-in", ("Name", name), ("Password", password));

    public async Task<HttpResponseMessage> SignOut()
    {
        using var answer = await client.GetAsync("/accounts/me");
        var page = await Browser.Read(answer);
        var token = page.QuerySelector("form[action='/accounts/sign-out'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.PostAsync("/accounts/sign-out", content);
    }

    public void Dispose() => client.Dispose();

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext to, byte number, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.1.{number}"), 0));
        await socket.ConnectAsync(to.DnsEndPoint, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}

using System.Net;

namespace Loim.Bench.Load;

/// <summary>One request, repeated over kept-alive connections; anything but the expected answer is a failure.</summary>
/// <param name="cookies">What a browser would send along; null for a server without sessions.</param>
internal sealed class Client(Uri address, int connections, string? cookies) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    public async Task<bool> Get(string path, CancellationToken ct) =>
        await Send(new HttpRequestMessage(HttpMethod.Get, new Uri(address, path)), HttpStatusCode.OK, ct);

    /// <summary>A form that is accepted leads on to another page.</summary>
    public async Task<bool> Post(string path, string form, CancellationToken ct)
    {
        var content = new StringContent(form, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = content };
        return await Send(request, HttpStatusCode.Found, ct);
    }

    private async Task<bool> Send(HttpRequestMessage request, HttpStatusCode expected, CancellationToken ct)
    {
        if (cookies is not null) { request.Headers.TryAddWithoutValidation("Cookie", cookies); }
        try
        {
            using var response = await http.SendAsync(request, ct);
            await response.Content.CopyToAsync(Stream.Null, ct);
            return response.StatusCode == expected;
        }
        catch (HttpRequestException) { return false; }
    }

    public void Dispose() => http.Dispose();
}

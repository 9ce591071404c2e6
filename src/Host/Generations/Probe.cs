using Loim.Modules;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Loim.Host.Generations;

/// <summary>
/// Requests that a new generation must answer before it serves anyone. They compile its routes (one bad route breaks every
/// page), find broken services, and warm it up.
/// </summary>
internal static class Probe
{
    public static async Task Run(InnerServer server, CancellationToken ct)
    {
        foreach (var path in (string[])["/health/live", "/"])
        {
            var (status, error) = await Get(server, path, ct);
            if (error?.GetBaseException() is ModuleException named) { throw named; }
            if (status >= 500) { throw new ProbeException($"GET {path} was answered with {status}: {error?.GetBaseException().Message}", error); }
        }
    }

    private static async Task<(int Status, Exception? Error)> Get(InnerServer server, string path, CancellationToken ct)
    {
        var response = new HttpResponseFeature();
        var request = new FeatureCollection();
        request.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = "GET", Scheme = "http", Protocol = "HTTP/1.1", Path = path, Headers = new HeaderDictionary { ["Host"] = "localhost" },
        });
        request.Set<IHttpResponseFeature>(response);
        request.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        request.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = ct });
        var lease = server.Begin(request, () => { });
        try { await lease.Process().WaitAsync(ct); }
        finally { lease.End(null); }
        return (response.StatusCode, request.Get<IExceptionHandlerFeature>()?.Error);
    }
}

internal sealed class ProbeException(string message, Exception? inner) : Exception(message, inner);

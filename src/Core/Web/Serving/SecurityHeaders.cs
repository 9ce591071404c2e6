using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>What a browser is told about every answer: nothing comes from elsewhere, nothing runs (but <see cref="OwnScript"/>), nobody frames it, nothing stays behind.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string OnlyByTls = "max-age=31536000; includeSubDomains";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Features.Get<OwnScript>() is null ? Policy : $"{Policy}; script-src 'self'";
            headers.XContentTypeOptions = "nosniff";
            if (context.Request.IsHttps) { headers.StrictTransportSecurity = OnlyByTls; }
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0) { headers.CacheControl = "no-store"; }
            return Task.CompletedTask;
        });
        return next(context);
    }
}

/// <summary>Set on a request by what draws a script of the house's own.</summary>
internal sealed class OwnScript;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Loim.Access;

/// <summary>How large a request may be. What is larger gets a page that says so, before anything reads it; the server itself, which answers
/// without a page, is set to take more.</summary>
internal sealed class Sizes(RequestDelegate next)
{
    private const int LongestAddress = 8 * 1024, LongestHeaders = 32 * 1024;

    public static void Widen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerLimits limits) =>
        (limits.MaxRequestLineSize, limits.MaxRequestHeadersTotalSize) = (8 * LongestAddress, 4 * LongestHeaders);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType) { await Read(context); }
        if (context.Request.GetEncodedPathAndQuery().Length > LongestAddress) { context.Response.StatusCode = StatusCodes.Status414UriTooLong; return; }
        if (context.Request.Headers.Sum(h => h.Key.Length + h.Value.Sum(v => v?.Length ?? 0)) > LongestHeaders)
        {
            context.Response.StatusCode = StatusCodes.Status431RequestHeaderFieldsTooLarge;
            return;
        }
        await next(context);
    }

    /// <summary>Whoever asks for the form later has it; the framework's own readers would take one that is too large for one without a token.</summary>
    private static async Task Read(HttpContext context)
    {
        try { await context.Request.ReadFormAsync(context.RequestAborted); }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // The page that says so must not read it again.
            context.Request.Form = FormCollection.Empty;
            throw new BadHttpRequestException("The form cannot be read.", StatusOf(e), e);
        }
    }

    private static int StatusOf(Exception e) => e is BadHttpRequestException known ? known.StatusCode
        : e.Message.Contains("exceeded", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
}

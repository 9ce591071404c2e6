using Loim.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Access.Auditing;

/// <summary>
/// Holds the response back until the reads in it are noted; what cannot be noted does not leave.
/// (Throwing in OnStarting would give an empty 500, or everything.) A redirect leaves without the page it was decided on.
/// </summary>
internal sealed class Noting(RequestDelegate next, AuditLog audit)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var real = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var held = new MemoryStream();
        var holding = new StreamResponseBodyFeature(held);
        context.Features.Set<IHttpResponseBodyFeature>(holding);
        try
        {
            await next(context);
            await holding.CompleteAsync();
        }
        finally { context.Features.Set(real); }

        var services = context.RequestServices;
        if (services.GetRequiredService<Reading>() is { Persons.Count: > 0 } reading)
        {
            var place = $"{context.Request.Method} {RequestPlace.Of(context)}";
            await audit.Note(ReadNotes.Of(reading, services.GetRequiredService<CurrentViewer>(), place, NotedFilters.Of(context)), context.RequestAborted);
        }
        if (context.Response.StatusCode is >= 300 and < 400) { context.Response.ContentLength = 0; }
        else if (held.Length > 0) { await real.Stream.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), context.RequestAborted); }
    }
}

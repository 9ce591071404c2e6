using System.Buffers;
using System.IO.Pipelines;
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
    /// <summary>Out of the pool: pages are too large, and too many, to be made of new memory each time.</summary>
    private static readonly PipeOptions Unbounded = new(pauseWriterThreshold: 0, minimumSegmentSize: 16 * 1024, useSynchronizationContext: false);

    public async Task InvokeAsync(HttpContext context)
    {
        var real = context.Features.Get<IHttpResponseBodyFeature>()!;
        var held = new Pipe(Unbounded);
        try
        {
            await Hold(context, real, held.Writer);
            var services = context.RequestServices;
            if (services.GetRequiredService<Reading>() is { Persons.Count: > 0 } reading)
            {
                var place = $"{context.Request.Method} {RequestPlace.Of(context)}";
                await audit.Note(ReadNotes.Of(reading, services.GetRequiredService<CurrentViewer>(), place, NotedFilters.Of(context)), context.RequestAborted);
            }
            if (context.Response.StatusCode is >= 300 and < 400) { context.Response.ContentLength = 0; }
            else { await LetGo(held.Reader, real.Writer, context.RequestAborted); }
        }
        finally { await held.Reader.CompleteAsync(); }
    }

    private async Task Hold(HttpContext context, IHttpResponseBodyFeature real, PipeWriter held)
    {
        var holding = new StreamResponseBodyFeature(held.AsStream());
        context.Features.Set<IHttpResponseBodyFeature>(holding);
        try
        {
            await next(context);
            await holding.CompleteAsync();
        }
        finally
        {
            context.Features.Set(real);
            await held.CompleteAsync();
        }
    }

    private static async Task LetGo(PipeReader held, PipeWriter outside, CancellationToken ct)
    {
        var page = (await held.ReadAsync(ct)).Buffer;
        foreach (var part in page) { outside.Write(part.Span); }
        if (!page.IsEmpty) { await outside.FlushAsync(ct); }
    }
}

using Loim.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Access;

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
        var place = $"{context.Request.Method} {RequestPlace.Of(context)}{context.Request.QueryString}";
        var notes = ReadNotes.Of(services.GetRequiredService<Reading>(), services.GetRequiredService<CurrentViewer>().Viewer, place);
        if (notes.Count > 0) { await audit.Note(notes, context.RequestAborted); }
        if (context.Response.StatusCode is >= 300 and < 400) { context.Response.ContentLength = 0; }
        else if (held.Length > 0) { await real.Stream.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), context.RequestAborted); }
    }
}

/// <summary>The reads of one scope as audit entries: a row a person, or one row for a long list.</summary>
internal static class ReadNotes
{
    private const int LongList = 20;
    private const string Before = "list of ", After = " persons";

    public static List<AuditEntry> Of(Reading reading, Viewer viewer, string place)
    {
        var entry = new AuditEntry { Account = viewer.Account, Who = viewer.Name, Action = "read", Page = place };
        return reading.Persons.Count > LongList
            ? [entry with { What = $"{Before}{reading.Persons.Count}{After}" }]
            : [.. reading.Persons.Select(person => entry with { Person = person })];
    }

    /// <summary>The number in the row of a long list.</summary>
    public static int? CountIn(string what) =>
        what.StartsWith(Before, StringComparison.Ordinal) && what.EndsWith(After, StringComparison.Ordinal)
        && int.TryParse(what.AsSpan(Before.Length, what.Length - Before.Length - After.Length), out var count) ? count : null;
}

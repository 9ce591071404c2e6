using Loim.Access;
using Loim.Access.Auditing;
using Loim.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Spendings.Files;

/// <summary>Gives a document out to whoever may read the plan, after that is in the audit: an invoice may name a person.</summary>
internal static class Download
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/spendings/{spending:guid}/files/{file:guid}", Send).RequirePermission("read");

    private static async Task<IResult> Send(Guid spending, Guid file, ProgrammeDb db, AuditLog audit, CurrentViewer current, HttpContext context)
    {
        if (await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.SpendingId == spending && !f.IsRemoved) is not { } found) { return Results.NotFound(); }
        await audit.Note([AuditEntry.By(current, "read", $"GET {context.Request.Path}") with { What = $"programme_files {file}" }], context.RequestAborted);
        return Results.File(found.Content, found.Type, found.Name);
    }
}

using System.Globalization;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loim.DataProtection.Rights;

/// <summary>What a person takes along: for machines, and to be read.</summary>
internal static class OwnDataFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/{id:guid}/own-data.json", async (Guid id, OwnData data, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.ContentDisposition = "attachment; filename=own-data.json";
            return Results.Json((await data.Of(id, ct)).Select(r => new { module = r.Module.Id, section = r.Section, on = r.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), values = r.Values }));
        }).RequirePermission("rights");
        routes.MapGet("/people/{id:guid}/own-data", async (Guid id, Documents documents) =>
            Results.Content(await documents.Render<OwnDataDocument>(new Dictionary<string, object?> { [nameof(OwnDataDocument.Person)] = id }), "text/html; charset=utf-8")).RequirePermission("rights");
    }
}

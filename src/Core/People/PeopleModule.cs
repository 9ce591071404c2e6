using Loim.Modules;
using Loim.People.Merging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loim.People;

/// <summary>One person is one record, however they came in.</summary>
internal sealed class PeopleModule : Module
{
    internal override bool AlwaysOn => true;

    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{id:guid}/own-data.json", async (Guid id, OwnData data, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.ContentDisposition = "attachment; filename=own-data.json";
            return Results.Json(await data.Of(id, ct));
        }).RequirePermission("write");
}

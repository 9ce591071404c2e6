using Loim.Letters.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Saaremaa.IntegrationPlan.Copies;

/// <summary>The copy for print: for who may see the plan, and for the person who has the link.</summary>
internal static class CopyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans/{id:guid}/copy", async (Guid id, IntegrationPlanDb db, PlanCopies copies) =>
            await Answer(db.Plans.Where(p => p.Id == id), copies)).RequirePermission("write");
        routes.MapGet("/copy/{Token}", async (string token, IPersonalLinks links, House<IntegrationPlanDb> house, PlanCopies copies) =>
            await links.Open(PlanCopies.Purpose, token) is { } link
                ? await Answer(house.Db.Plans.Where(p => p.Id == link.Subject), copies)
                : Results.NotFound()).AllowAnonymous();
    }

    private static async Task<IResult> Answer(IQueryable<Plans.Plan> plans, PlanCopies copies) =>
        await plans.AsNoTracking().FirstOrDefaultAsync(p => p.PersonId != null) is { } plan
            ? Results.Content(await copies.Write(plan.Id, plan.Language), "text/html; charset=utf-8")
            : Results.NotFound();
}

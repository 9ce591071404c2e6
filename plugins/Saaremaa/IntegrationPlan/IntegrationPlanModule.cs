using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Saaremaa.IntegrationPlan.Copies;

namespace Saaremaa.IntegrationPlan;

/// <summary>A personal integration plan, made face to face from a questionnaire; the person takes their own copy along, in their language.</summary>
/// <remarks>Source: SRM-05.</remarks>
internal sealed class IntegrationPlanModule : Module
{
    public override IReadOnlyList<string> Requires => ["accounts", "letters", "people", "programme"];

    public override void MapEndpoints(IEndpointRouteBuilder routes) => CopyEndpoints.Map(routes);
}

namespace Faults.EndpointWithoutPermission;

public sealed class EndpointWithoutPermissionModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapGet("/open", () => "open");
}

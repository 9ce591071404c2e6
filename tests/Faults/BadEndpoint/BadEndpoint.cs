namespace Faults.BadEndpoint;

/// <summary>A route that breaks the matching of all others; only the probe can see it.</summary>
public sealed class BadEndpointModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapGet("/{id:nonsense}", (string id) => id).AllowAnonymous();
}

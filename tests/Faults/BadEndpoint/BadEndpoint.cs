namespace Faults.BadEndpoint;

/// <summary>A route that would break the matching of all others.</summary>
public sealed class BadEndpointModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapGet("/{id:nonsense}", (string id) => id).AllowAnonymous();
}

namespace Faults.BadArgument;

/// <summary>A route whose constraint is known but cannot be made: it breaks the matching of all others, and only the probe sees it.</summary>
public sealed class BadArgumentModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapGet("/{id:length(many)}", (string id) => id).AllowAnonymous();
}

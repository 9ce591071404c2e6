namespace Faults.MappingThrows;

public sealed class MappingThrowsModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes) => throw new InvalidOperationException("asked to fail");
}

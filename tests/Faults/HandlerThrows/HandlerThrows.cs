namespace Faults.HandlerThrows;

public sealed class HandlerThrowsModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ring", (Work work) => work.Do(() => work.Record(new Rung()))).AllowAnonymous();
}

public sealed record Rung : IFact;

public sealed class Answer : IHandle<Rung>
{
    public Task Handle(Rung fact, CancellationToken ct) => throw new InvalidOperationException("asked to fail");
}

namespace Faults.AsyncVoidThrows;

public sealed class AsyncVoidThrowsModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapPost("/forget", Forget).AllowAnonymous();

    private static void Forget() => Later();

    private static async void Later()
    {
        await Task.Delay(1);
        throw new InvalidOperationException("asked to fail");
    }
}

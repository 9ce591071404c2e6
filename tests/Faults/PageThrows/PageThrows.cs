namespace Faults.PageThrows;

public sealed class PageThrowsModule : Module;

[Route("/page-throws"), Public]
public sealed class Broken : ComponentBase
{
    protected override void OnInitialized() => throw new InvalidOperationException("asked to fail");
}

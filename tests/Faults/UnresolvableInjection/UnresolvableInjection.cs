namespace Faults.UnresolvableInjection;

public sealed class UnresolvableInjectionModule : Module;

public interface IMissing;

[Route("/unresolvable-injection"), Public]
public sealed class Asks : ComponentBase
{
    [Inject] public required IMissing Missing { get; init; }
}

namespace Faults.BadConstraint;

public sealed class BadConstraintModule : Module;

[Route("/bad-constraint/{Id:nonsense}"), Public]
public sealed class Entry : ComponentBase
{
    [Parameter] public string Id { get; set; } = "";
}

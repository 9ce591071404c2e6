namespace Faults.DuplicateRoute;

public sealed class DuplicateRouteModule : Module;

[Route("/duplicate-route/{Id:int}"), Public]
public sealed class One : ComponentBase
{
    [Parameter] public int Id { get; set; }
}

[Route("/duplicate-route/{Number:int}"), Public]
public sealed class Other : ComponentBase
{
    [Parameter] public int Number { get; set; }
}

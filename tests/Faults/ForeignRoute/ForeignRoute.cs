namespace Faults.ForeignRoute;

public sealed class ForeignRouteModule : Module;

[Route("/people/all-of-them"), Public]
public sealed class Everybody : ComponentBase;

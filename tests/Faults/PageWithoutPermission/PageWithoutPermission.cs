namespace Faults.PageWithoutPermission;

public sealed class PageWithoutPermissionModule : Module;

[Route("/page-without-permission")]
public sealed class Open : ComponentBase;

using Loim.Administration.Trail;
using Loim.Modules;
using Microsoft.AspNetCore.Routing;

namespace Loim.Administration;

/// <summary>What runs in this house, how it is set up, what went wrong, and who did what.</summary>
public sealed class AdministrationModule : Module
{
    internal override bool AlwaysOn => true;

    public override void MapEndpoints(IEndpointRouteBuilder routes) => AuditExport.Map(routes);
}

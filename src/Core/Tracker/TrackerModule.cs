using Loim.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Tracker;

/// <summary>The state's data tracker (Andmejälgija): people ask on eesti.ee what a database did with their data. Off until a
/// municipality joins it.</summary>
internal sealed class TrackerModule : Module
{
    public override IReadOnlyList<string> Requires => ["people"];

    /// <summary>The key comes from the environment (<c>LOIM_tracker__Key</c>), never from the deployment.</summary>
    public override void AddServices(IServiceCollection services, IConfigurationSection settings) => services.AddSingleton(new TrackerKey(settings["Key"]));

    public override void MapEndpoints(IEndpointRouteBuilder routes) => Usage.Map(routes);
}

using Microsoft.AspNetCore.Builder;

namespace Loim.Modules;

public static class AccessExtensions
{
    /// <summary>On an endpoint of <see cref="Module.MapEndpoints"/>: demands <c>{module id}.{name}</c>.</summary>
    public static T RequirePermission<T>(this T endpoint, string name) where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new PermissionAttribute(name));
}

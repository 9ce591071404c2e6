using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Loim.Access;

/// <summary>A policy's name is a permission's full name: <c>cases.read</c>.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new Permitted(policyName)).Build());
}

internal sealed record Permitted(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentViewer current) : AuthorizationHandler<Permitted>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Permitted requirement)
    {
        if (current.Viewer.Can(requirement.Permission)) { context.Succeed(requirement); }
        return Task.CompletedTask;
    }
}

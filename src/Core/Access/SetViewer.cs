using System.Security.Claims;
using Loim.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Loim.Access;

/// <summary>Whom a signed-in principal stands for, by today's accounts and roles.</summary>
internal interface IViewers
{
    /// <returns>Null when the account is no more, is disabled, or its session was ended.</returns>
    Task<Viewer?> Of(ClaimsPrincipal principal);
}

/// <summary>Says on whose behalf the request reads and writes, before anything is read.</summary>
internal sealed class SetViewer(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentViewer current, Work work, IViewers viewers)
    {
        current.Viewer = Viewer.Anyone;
        if (context.User.Identity?.IsAuthenticated == true)
        {
            if (await viewers.Of(context.User) is { } viewer) { current.Viewer = viewer; }
            else { context.User = new ClaimsPrincipal(new ClaimsIdentity()); }
        }
        current.Purpose = context.GetEndpoint()?.Metadata.GetMetadata<AuthorizeAttribute>()?.Policy ?? "";
        work.Place = $"{context.Request.Method} {RequestPlace.Of(context)}";
        await next(context);
    }
}

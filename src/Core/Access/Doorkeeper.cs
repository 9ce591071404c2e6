using Loim.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Access;

/// <summary>
/// What happens at a closed door: those who are not signed in are sent to sign in and come back, with what they had typed;
/// those who may not enter are told so.
/// </summary>
internal sealed class Doorkeeper : IAuthorizationMiddlewareResultHandler
{
    public const string SignIn = "/accounts/sign-in";

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) { await next(context); }
        else if (authorizeResult.Forbidden && context.User.Identity?.IsAuthenticated == true) { context.Response.StatusCode = StatusCodes.Status403Forbidden; }
        else if (context.Request.Path == "/" && context.RequestServices.GetRequiredService<Navigation>().Public.FirstOrDefault() is { } front)
        {
            context.Response.Redirect(front.Href);
        }
        else
        {
            var back = $"{context.Request.Path}{context.Request.QueryString}";
            if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
                && await context.RequestServices.GetRequiredService<Drafts>().Keep(context) is { } draft)
            {
                back = $"{context.Request.Path}?draft={draft}";
            }
            context.Response.Redirect($"{SignIn}?returnUrl={Uri.EscapeDataString(back)}");
        }
    }
}

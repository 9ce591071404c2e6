using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loim.Access;

/// <summary>Where a request went, as logs and the audit may say it: the token of a personal link is a key, and is left out.</summary>
internal static class RequestPlace
{
    public const string Token = "Token";

    public static string Of(HttpContext context) =>
        context.GetRouteValue(Token) is string { Length: > 0 } token ? context.Request.Path.Value!.Replace(token, "…", StringComparison.Ordinal) : context.Request.Path;
}

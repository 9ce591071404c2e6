using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>
/// A cookie of this host alone: <c>__Host-</c> and Secure, but for plain http on one's own machine, where a browser would not keep it.
/// Decided by the address that the browser asked for, so that it also holds behind a proxy that ends TLS.
/// </summary>
internal static class HostCookie
{
    public static string NameFor(HttpContext context, string name) => IsOwnMachine(context) ? name : $"__Host-{name}";

    public static CookieOptions For(HttpContext context, CookieOptions options) =>
        new(options) { Path = "/", Domain = null, Secure = !IsOwnMachine(context) };

    private static bool IsOwnMachine(HttpContext context) =>
        !context.Request.IsHttps && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}

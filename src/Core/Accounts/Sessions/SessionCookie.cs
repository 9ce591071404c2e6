using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Loim.Accounts.Sessions;

/// <summary>
/// The cookie is <c>__Host-loim</c> and Secure, but for plain http on one's own machine, where a browser would not keep it.
/// Decided by the address that the browser asked for, so that it also holds behind a proxy that ends TLS.
/// </summary>
internal sealed class SessionCookie : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameFor(context));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameFor(context), value, For(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameFor(context), For(context, options));

    private static string NameFor(HttpContext context) => IsOwnMachine(context) ? "loim" : "__Host-loim";

    private static CookieOptions For(HttpContext context, CookieOptions options) =>
        new(options) { Path = "/", Domain = null, Secure = !IsOwnMachine(context) };

    private static bool IsOwnMachine(HttpContext context) =>
        !context.Request.IsHttps && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}

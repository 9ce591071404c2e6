using Loim.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Loim.Accounts.Sessions;

/// <summary>The session's cookie: <c>__Host-loim</c>, or <c>loim</c> on one's own machine.</summary>
internal sealed class SessionCookie : ICookieManager
{
    private const string Plain = "loim";
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, HostCookie.NameFor(context, Plain));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, HostCookie.NameFor(context, Plain), value, HostCookie.For(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, HostCookie.NameFor(context, Plain), HostCookie.For(context, options));
}

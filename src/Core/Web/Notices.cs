using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>A sentence left for the next page, shown there once. A page says it with <see cref="Page.Go"/>; a part of a page that holds a
/// form of its own injects this, leaves the sentence and navigates.</summary>
public sealed class Notices
{
    private const string Cookie = "notice";
    private readonly IHttpContextAccessor http;
    private readonly IDataProtector protector;

    internal Notices(IHttpContextAccessor http, IDataProtectionProvider protection) =>
        (this.http, protector) = (http, protection.CreateProtector("Loim.Notice"));

    /// <param name="sentence">In the reader's language.</param>
    public void Leave(string sentence) =>
        http.HttpContext!.Response.Cookies.Append(Cookie, protector.Protect(sentence), Options);

    internal string? Take()
    {
        if (http.HttpContext is not { } context || context.Request.Cookies[Cookie] is not { Length: > 0 } left) { return null; }
        context.Response.Cookies.Delete(Cookie, Options);
        try { return protector.Unprotect(left); }
        catch (CryptographicException) { return null; }
    }

    private CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.HttpContext!.Request.IsHttps, IsEssential = true };
}

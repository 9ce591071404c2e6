using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>A sentence left for the next page, shown there once.</summary>
internal sealed class Notices(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private const string Cookie = "notice";
    private readonly IDataProtector protector = protection.CreateProtector("Loim.Notice");

    public void Leave(string sentence) =>
        http.HttpContext!.Response.Cookies.Append(Cookie, protector.Protect(sentence), Options);

    public string? Take()
    {
        if (http.HttpContext is not { } context || context.Request.Cookies[Cookie] is not { Length: > 0 } left) { return null; }
        context.Response.Cookies.Delete(Cookie, Options);
        try { return protector.Unprotect(left); }
        catch (CryptographicException) { return null; }
    }

    private CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.HttpContext!.Request.IsHttps, IsEssential = true };
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>The half of a form's token that the browser keeps.</summary>
internal sealed class AntiforgeryCookie(IHttpContextAccessor http) : CookieBuilder
{
    private const string Plain = "antiforgery";

    [AllowNull]
    public override string Name
    {
        get => http.HttpContext is { } context ? HostCookie.NameFor(context, Plain) : Plain;
        set => throw new NotSupportedException();
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom) =>
        HostCookie.For(context, new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict });
}

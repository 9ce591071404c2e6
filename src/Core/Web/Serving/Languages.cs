using System.Globalization;
using Loim.Access;
using Loim.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Loim.Web;

/// <summary>The language of a request: the reader's choice in a cookie, else what the browser asks for, else the deployment's first.</summary>
internal static class Languages
{
    public const string Cookie = "lang";

    /// <summary>Words are in the reader's language. Machine formats (links, ids, queries) stay invariant:
    /// what people read goes through <see cref="Formats"/>, what they type through the fields of forms.</summary>
    public static RequestLocalizationOptions Options(Deployment deployment) => new()
    {
        DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(deployment.Languages[0])),
        SupportedCultures = [CultureInfo.InvariantCulture],
        SupportedUICultures = [.. deployment.Languages.Select(CultureInfo.GetCultureInfo)],
        ApplyCurrentCultureToResponseHeaders = true,
        RequestCultureProviders = [new CustomRequestCultureProvider(Chosen), new AcceptLanguageHeaderRequestCultureProvider()],
    };

    public static IResult Choose(string code, string? returnUrl, HttpContext context, Deployment deployment)
    {
        if (!deployment.Languages.Contains(code)) { return Results.NotFound(); }
        context.Response.Cookies.Append(Cookie, code, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, IsEssential = true,
        });
        return Results.LocalRedirect(ReturnUrl.Of(returnUrl));
    }

    private static Task<ProviderCultureResult?> Chosen(HttpContext context) =>
        Task.FromResult(context.Request.Cookies[Cookie] is { Length: 2 } code ? new ProviderCultureResult(code) : null);
}

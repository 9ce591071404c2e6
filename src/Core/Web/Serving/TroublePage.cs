using System.Globalization;
using Loim.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Web;

/// <summary>The page for what went wrong: what happened and what to do, in the reader's language, without insides.</summary>
internal static class TroublePage
{
    public static async Task Write(HttpContext context, int status)
    {
        // The culture of the request ended where the trouble began.
        CultureInfo.CurrentUICulture = context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.GetCultureInfo("et");
        var documents = context.RequestServices.GetRequiredService<Documents>();
        var html = await documents.Render<Trouble>(new Dictionary<string, object?> 
        {
            [nameof(Trouble.Status)] = status,
            [nameof(Trouble.ByLink)] = context.GetRouteValue(RequestPlace.Token) is not null,
        });
        context.Response.ContentType = "text/html; charset=utf-8";
        if (status == StatusCodes.Status503ServiceUnavailable) { context.Response.Headers.RetryAfter = "5"; }
        await context.Response.WriteAsync(html, context.RequestAborted);
    }
}

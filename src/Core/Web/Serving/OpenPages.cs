using System.Globalization;
using Loim.Access;
using Loim.Data;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Web;

/// <summary>
/// An open page is made once for all who read it as strangers, until something is written, and for ten seconds at most (the
/// clock moves on, and other processes write too). Whoever brings a cookie besides their language may be somebody, or have a
/// form or a sentence waiting for them: their page is their own.
/// </summary>
internal sealed class OpenPages(Store store, TimeProvider time) : IOutputCachePolicy
{
    public const int MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var may = IsForAll(context.HttpContext);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (may, may, may, may);
        if (!may) { return default; }
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["state"] = string.Create(CultureInfo.InvariantCulture, $"{store.Written} {time.GetUtcNow().Ticks / Longest.Ticks}");
        return default;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    /// <summary>A page that sets a cookie is for one reader; one that shows persons is noted at each reading.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0
            || context.HttpContext.RequestServices.GetRequiredService<Reading>().Persons.Count > 0) { context.AllowCacheStorage = false; }
        return default;
    }

    private static bool IsForAll(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated != true
        && Routes.IsPublic(context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type)
        && context.GetRouteValue(RequestPlace.Token) is null
        && context.Request.Cookies.Keys.All(name => name == Languages.Cookie);
}

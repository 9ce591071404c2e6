using System.Text.Encodings.Web;
using System.Text.Unicode;
using Loim.Data;
using Loim.Modules;
using Loim.Web.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Loim.Web;

/// <summary>What the screens need of a generation's container and pipeline.</summary>
internal static class WebServices
{
    public static void AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        // Letters of every script stay letters; what HTML could take for itself is always escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((options, http) => options.Cookie = new AntiforgeryCookie(http));
        services.AddOptions<HostFilteringOptions>().Configure<Deployment>((options, deployment) =>
            (options.AllowedHosts, options.AllowEmptyHosts, options.IncludeFailureMessage) = (KnownHosts.Of(deployment), false, false));
        services.AddSingleton<Texts>().AddSingleton<IStringLocalizerFactory>(s => s.GetRequiredService<Texts>());
        services.AddSingleton<Assets>().AddSingleton<SectionList>().AddSingleton<Navigation>().AddSingleton<ModuleTitles>();
        services.AddSingleton<FormLimit>();
        services.AddOutputCache(options => options.SizeLimit = OpenPages.MostBytes);
        services.AddOptions<OutputCacheOptions>().Configure<Store, TimeProvider>((options, store, time) => options.AddBasePolicy(new OpenPages(store, time)));
        services.AddScoped<HouseAddress>();
        services.AddScoped(s => new Notices(s.GetRequiredService<IHttpContextAccessor>(), s.GetRequiredService<IDataProtectionProvider>())).AddScoped<PageState>();
        services.AddScoped(s => new Documents(s, s.GetRequiredService<ILoggerFactory>()));
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders(KnownProxies.Options(app.Services.GetRequiredService<Deployment>()));
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization(Languages.Options(app.Services.GetRequiredService<Deployment>()));
        app.UseHostFiltering();
        var assets = app.Services.GetRequiredService<Assets>();
        app.MapGet(assets.Style.Href, assets.Style.Send).ShortCircuit().AllowAnonymous();
        app.MapGet(assets.Passkey.Href, assets.Passkey.Send).ShortCircuit().AllowAnonymous();
        app.MapGet(assets.Icon.Href, assets.Icon.Send).ShortCircuit().AllowAnonymous();
        app.MapGet("/language/{code}", Languages.Choose).AllowAnonymous();
    }
}

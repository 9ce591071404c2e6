using System.Text.Encodings.Web;
using System.Text.Unicode;
using Loim.Web.Forms;
using Microsoft.AspNetCore.Builder;
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
        services.AddDataProtection();
        // Letters of every script stay letters; what HTML could mistake for itself is always escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Texts>().AddSingleton<IStringLocalizerFactory>(s => s.GetRequiredService<Texts>());
        services.AddSingleton<SectionList>();
        services.AddScoped<Notices>().AddScoped<PageState>();
        services.AddScoped(s => new Documents(s, s.GetRequiredService<ILoggerFactory>()));
    }

    public static void UseWeb(this WebApplication app)
    {
    }
}

using System.Text.RegularExpressions;
using Loim.Web.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loim.Web;

/// <summary>Letters, plans, e-mails, reports: the same components as pages, rendered to text. Inject it.</summary>
public sealed partial class Documents
{
    private readonly IServiceProvider services;
    private readonly ILoggerFactory logs;

    internal Documents(IServiceProvider services, ILoggerFactory logs) => (this.services, this.logs) = (services, logs);

    /// <param name="parameters">The component's parameters by name.</param>
    /// <returns>HTML.</returns>
    public async Task<string> Render<TComponent>(IReadOnlyDictionary<string, object?>? parameters = null) where TComponent : IComponent
    {
        services.GetRequiredService<PageState>().Decide();
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var view = parameters is null ? ParameterView.Empty : ParameterView.FromDictionary(parameters.ToDictionary(p => p.Key, p => p.Value));
            return (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString();
        });
    }

    /// <summary>A document for a file that leaves the house: its stylesheet lies in it.</summary>
    internal async Task<string> RenderAlone<TComponent>(IReadOnlyDictionary<string, object?>? parameters = null) where TComponent : IComponent
    {
        var style = services.GetRequiredService<Assets>().Style.Text;
        var html = Icon().Replace(await Render<TComponent>(parameters), "");
        return StyleLink().Replace(html, _ => $"<style>{style}</style>");
    }

    [GeneratedRegex("<link rel=\"stylesheet\"[^>]*>")]
    private static partial Regex StyleLink();

    [GeneratedRegex("<link rel=\"icon\"[^>]*>")]
    private static partial Regex Icon();
}

using Loim.Access;
using Loim.Access.Auditing;
using Loim.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Loim.Modules;

/// <summary>The pipeline of one generation, and its endpoints: those of the modules that are on.</summary>
internal static class HousePipeline
{
    /// <summary>Throws <see cref="ModuleException"/> that names the module whose endpoints break a rule.</summary>
    public static void UseHouse(this WebApplication app, ModuleSet modules)
    {
        ModuleRules.Check(modules, app.Services);
        app.UseMiddleware<Troubles>();
        app.UseWeb();
        app.UseMiddleware<Sizes>();
        app.UseMiddleware<Noting>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SetViewer>();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UseAntiforgery();
        app.MapPages(modules);
        foreach (var module in modules.On) { app.MapModule(module); }
    }

    private static void MapPages(this WebApplication app, ModuleSet modules)
    {
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. modules.Plugins]).Add(endpoint =>
        {
            // The framework's own endpoints are no pages; those of modules that are off are left out below.
            var page = endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type;
            if (page is null) { endpoint.Metadata.Add(new AllowAnonymousAttribute()); }
            else if (modules.Has(page)) { Allow(endpoint.Metadata, modules.OwnerOf(page), DeclaredComponent.Of(page).Access); }
        });
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        var all = sources.ToList();
        sources.Clear();
        foreach (var source in all) { sources.Add(new OnlyModulesThatAreOn(source, modules)); }
    }

    private static void MapModule(this WebApplication app, Module module)
    {
        var constraints = app.Services.GetRequiredService<IOptions<RouteOptions>>().Value.ConstraintMap;
        var group = app.MapGroup("/" + module.Id);
        HouseServices.Guarded(module, "mapping", () => module.MapEndpoints(group));
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            ModuleRules.CheckConstraints(module, ((RouteEndpointBuilder)endpoint).RoutePattern, constraints);
            var access = endpoint.Metadata.FirstOrDefault(m => m is PermissionAttribute or SignedInAttribute or PublicAttribute)
                ?? endpoint.Metadata.OfType<IAllowAnonymous>().FirstOrDefault();
            Allow(endpoint.Metadata, module, access);
        });
    }

    private static void Allow(IList<object> metadata, Module? module, object? access)
    {
        if (module is not null) { metadata.Add(module); }
        metadata.Add(access switch
        {
            PublicAttribute or IAllowAnonymous => new AllowAnonymousAttribute(),
            SignedInAttribute => new AuthorizeAttribute(),
            PermissionAttribute permission => new AuthorizeAttribute($"{module!.Id}.{permission.Name}"),
            _ => throw new ModuleException(module?.Id ?? "core", "rules", "An endpoint says neither which permission it demands nor that it is public.", refused: true),
        });
    }

    private sealed class OnlyModulesThatAreOn(EndpointDataSource inner, ModuleSet modules) : EndpointDataSource
    {
        public override IReadOnlyList<Endpoint> Endpoints =>
            [.. inner.Endpoints.Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not { } page || modules.Has(page.Type)).Select(MustSayWho)];

        private static Endpoint MustSayWho(Endpoint endpoint) =>
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null ? endpoint
            : throw new ModuleException("core", "rules", $"{endpoint.DisplayName} says neither which permission it demands nor that it is public.", refused: true);

        public override IChangeToken GetChangeToken() => inner.GetChangeToken();
    }
}

using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Modules;

/// <summary>The container of one generation.</summary>
internal static class HouseServices
{
    /// <summary>Throws <see cref="ModuleException"/> that names the module whose services cannot be registered.</summary>
    public static void AddHouse(this IServiceCollection services, HouseParts parts, ModuleSet modules)
    {
        services.AddSingleton(parts).AddSingleton(modules).AddSingleton(parts.Deployment).AddSingleton(parts.Switchboard)
            .AddSingleton(parts.Store).AddSingleton(parts.Keys).AddSingleton(parts.Audit).AddSingleton(parts.AuditKey).AddSingleton(parts.Checkpoints).AddSingleton(parts.Facts)
            .AddSingleton(parts.Faults).AddSingleton(parts.Turns).AddSingleton(parts.Time).AddSingleton(new BlindIndex(parts.Keys));
        services.AddData();
        services.AddAccess();
        services.AddWeb();
        services.AddHostedService<FactPump>().AddHostedService<JobRunner>();
        services.AddMarked(modules);
        foreach (var module in modules.On)
        {
            Guarded(module, "services", () => services.AddModule(module, parts.Settings));
        }
    }

    internal static void Guarded(Module module, string phase, Action action)
    {
        try { action(); }
        catch (ModuleException) { throw; }
#pragma warning disable CA1031 // A plugin may throw anything; whatever it is, the plugin is named.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw ModuleException.Of(module.Id, phase, e);
        }
    }

    private static void AddData(this IServiceCollection services)
    {
        ModuleServices.AddDb<HouseDb>(services);
        services.AddScoped(s => new Leases(s.GetRequiredService<Store>(), s.GetRequiredService<CurrentViewer>(), s.GetRequiredService<Keyring>()));
        services.AddScoped(s => new Reading(s.GetRequiredService<Keyring>()));
        services.AddScoped(s => new Work(s.GetRequiredService<Leases>(), s.GetRequiredService<Store>(), s.GetRequiredService<AuditLog>(),
            s.GetRequiredService<FactLog>(), s.GetRequiredService<CurrentViewer>()));
    }

    private static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped(s => new CurrentViewer { Clock = s.GetRequiredService<TimeProvider>() });
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Doorkeeper>();
        services.AddScoped<Drafts>().AddScoped<IDrafts>(s => s.GetRequiredService<Drafts>());
    }
}

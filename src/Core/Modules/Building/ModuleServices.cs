using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Loim.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Scrutor;

namespace Loim.Modules;

/// <summary>Registers what lies in a module's namespace, by convention.</summary>
internal static class ModuleServices
{
    private static readonly MethodInfo AddDbOf = typeof(ModuleServices).GetMethod(nameof(AddDb), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static void AddModule(this IServiceCollection services, Module module, IConfiguration settings)
    {
        var section = settings.GetSection(module.Id);
        var types = ModuleSet.TypesOf(module).ToList();
        foreach (var db in types.Where(t => t.IsSubclassOf(typeof(ModuleDb)))) { AddDbOf.MakeGenericMethod(db).Invoke(null, [services]); }
        foreach (var record in types.Where(t => t.IsSubclassOf(typeof(Settings)))) { services.AddSingleton(record, Bind(record, section)); }
        foreach (var job in types.Where(t => t.IsSubclassOf(typeof(Job)))) { services.AddScoped(job); }
        services.Scan(scan =>
        {
            var here = scan.FromAssemblies(module.GetType().Assembly);
            void Add(Action<IImplementationTypeFilter> which, Func<IServiceTypeSelector, ILifetimeSelector> by, ServiceLifetime lifetime) =>
                by(here.AddClasses(c => which(c.Where(t => ModuleSet.Lies(t, module))), publicOnly: false)).WithLifetime(lifetime);

            Add(c => c.AssignableTo(typeof(IHandle<>)), s => s.AsSelf(), ServiceLifetime.Scoped);
            Add(c => c.AssignableTo<IIndicator>(), s => s.As<IIndicator>(), ServiceLifetime.Scoped);
            Add(c => c.AssignableTo<IPersonalData>(), s => s.As<IPersonalData>(), ServiceLifetime.Scoped);
            Add(c => c.AssignableTo<IDemonstration>(), s => s.As<IDemonstration>(), ServiceLifetime.Scoped);
            Add(c => c.AssignableTo(typeof(IVerb)), s => s.AsSelf(), ServiceLifetime.Scoped);
            Add(c => c.WithAttribute<ScopedAttribute>(), s => s.AsSelfWithInterfaces(), ServiceLifetime.Scoped);
            Add(c => c.WithAttribute<SingletonAttribute>(), s => s.AsSelfWithInterfaces(), ServiceLifetime.Singleton);
        });
        module.AddServices(services, section);
    }

    internal static void AddDb<T>(IServiceCollection services) where T : ModuleDb
    {
        services.AddSingleton(_ => new DbPool<T>());
        services.AddScoped(s => s.GetRequiredService<Leases>().Lease(s.GetRequiredService<DbPool<T>>(), house: false));
        services.AddScoped(s => new House<T>(s.GetRequiredService<Leases>(), s.GetRequiredService<DbPool<T>>()));
    }

    private static Settings Bind(Type record, IConfigurationSection section)
    {
        var settings = BoundSettings.Of(record, section);
        return BoundSettings.ProblemsOf(settings) is not { Count: > 0 } problems ? settings
            : throw new ValidationException(string.Join(" ", problems.Select(p => p.ErrorMessage)));
    }
}

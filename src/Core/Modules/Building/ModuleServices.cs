using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Loim.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Modules;

/// <summary>Registers what lies in a module's namespace, by convention.</summary>
internal static class ModuleServices
{
    /// <summary>Of these the house asks for all, in the order of the modules.</summary>
    private static readonly Type[] Gathered = [typeof(IIndicator), typeof(IPersonalData), typeof(IDemonstration)];
    private static readonly MethodInfo AddDbOf = typeof(ModuleServices).GetMethod(nameof(AddDb), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Whatever its module has marked: one look at each assembly, not one for each module.</summary>
    public static void AddMarked(this IServiceCollection services, ModuleSet modules) => services.Scan(scan =>
    {
        var classes = scan.FromAssemblies(modules.Assemblies);
        classes.AddClasses(c => c.WithAttribute<ScopedAttribute>().Where(modules.Owns), publicOnly: false).AsSelfWithInterfaces().WithScopedLifetime();
        classes.AddClasses(c => c.WithAttribute<SingletonAttribute>().Where(modules.Owns), publicOnly: false).AsSelfWithInterfaces().WithSingletonLifetime();
    });

    public static void AddModule(this IServiceCollection services, Module module, IConfiguration settings)
    {
        var section = settings.GetSection(module.Id);
        foreach (var type in module.Types)
        {
            if (type.IsSubclassOf(typeof(ModuleDb))) { AddDbOf.MakeGenericMethod(type).Invoke(null, [services]); }
            if (type.IsSubclassOf(typeof(Settings))) { services.AddSingleton(type, Bind(type, section)); }
            if (type.IsSubclassOf(typeof(Job)) || type.IsAssignableTo(typeof(IVerb)) || Subscriber.FactsOf(type).Any()) { services.AddScoped(type); }
            foreach (var service in Gathered.Where(type.IsAssignableTo)) { services.AddScoped(service, type); }
        }
        module.AddServices(services, section);
    }

    internal static void AddDb<T>(IServiceCollection services) where T : ModuleDb
    {
        services.AddScoped(s => s.GetRequiredService<Leases>().Lease<T>(house: false));
        services.AddScoped(s => new House<T>(s.GetRequiredService<Leases>()));
    }

    private static Settings Bind(Type record, IConfigurationSection section)
    {
        var settings = BoundSettings.Of(record, section);
        return BoundSettings.ProblemsOf(settings) is not { Count: > 0 } problems ? settings
            : throw new ValidationException(string.Join(" ", problems.Select(p => p.ErrorMessage)));
    }
}

using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Loim.Access;
using Loim.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
        services.Scan(scan => scan.FromTypes(types)
            .AddClasses(c => c.AssignableTo(typeof(IHandle<>)), publicOnly: false).AsSelf().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo<IIndicator>(), publicOnly: false).As<IIndicator>().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo<IPersonalData>(), publicOnly: false).As<IPersonalData>().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo<IDemonstration>(), publicOnly: false).As<IDemonstration>().WithScopedLifetime()
            .AddClasses(c => c.AssignableTo(typeof(IVerb)), publicOnly: false).AsSelf().WithScopedLifetime()
            .AddClasses(c => c.WithAttribute<ScopedAttribute>(), publicOnly: false).AsSelfWithInterfaces().WithScopedLifetime()
            .AddClasses(c => c.WithAttribute<SingletonAttribute>(), publicOnly: false).AsSelfWithInterfaces().WithSingletonLifetime());
        module.AddServices(services, section);
    }

    internal static void AddDb<T>(IServiceCollection services) where T : ModuleDb
    {
        services.AddSingleton(_ => new DbPool<T>());
        services.AddScoped(s => s.GetRequiredService<Leases>().Lease(s.GetRequiredService<DbPool<T>>(), house: false));
        services.AddScoped(s => new House<T>(s.GetRequiredService<Leases>(), s.GetRequiredService<DbPool<T>>()));
    }

    private static object Bind(Type record, IConfigurationSection section)
    {
        var settings = section.Get(record) ?? Activator.CreateInstance(record)!;
        var problems = new List<ValidationResult>();
        return Validator.TryValidateObject(settings, new ValidationContext(settings), problems, validateAllProperties: true)
            ? settings
            : throw new ValidationException(string.Join(" ", problems.Select(p => p.ErrorMessage)));
    }
}

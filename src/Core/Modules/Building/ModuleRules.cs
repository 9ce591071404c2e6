using System.Reflection;
using Loim.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Loim.Modules;

/// <summary>What every module must keep, checked each time a house is built; the first breach refuses the module.</summary>
internal static class ModuleRules
{
    public static void Check(ModuleSet modules, IServiceProvider services)
    {
        var routes = new Dictionary<string, (Module Module, Type Page)>(StringComparer.OrdinalIgnoreCase);
        var constraints = services.GetRequiredService<IOptions<RouteOptions>>().Value.ConstraintMap;
        var known = services.GetRequiredService<IServiceProviderIsService>();
        foreach (var module in modules.On)
        {
            if (modules.On.First(m => m.Id == module.Id) != module) { throw Refuse(module, $"Two modules have the id {module.Id}."); }
            foreach (var component in module.Components)
            {
                CheckPage(module, component, routes, constraints);
                if (component is { Section.Permission: null, Access: not PublicAttribute })
                {
                    throw Refuse(module, $"The section {component.Type.Name} says neither which permission it demands nor that it is public.");
                }
                CheckInjections(module, component, known);
            }
            CheckTables(module);
        }
    }

    private static void CheckPage(Module module, DeclaredComponent page, Dictionary<string, (Module Module, Type Page)> routes, IDictionary<string, Type> constraints)
    {
        foreach (var route in page.Routes)
        {
            var pattern = Parse(module, route);
            var first = pattern.PathSegments.Count == 0 ? null : pattern.PathSegments[0].Parts[0] as RoutePatternLiteralPart;
            if (first?.Content != module.Id) { throw Refuse(module, $"{page.Type.Name}: the route {route} does not lie under /{module.Id}."); }
            CheckConstraints(module, pattern, constraints);
            var shape = string.Join('/', pattern.PathSegments.Select(s => s.Parts[0] is RoutePatternLiteralPart literal ? literal.Content
                : "{" + string.Join(':', pattern.ParameterPolicies.GetValueOrDefault(((RoutePatternParameterPart)s.Parts[0]).Name)?.Select(p => p.Content) ?? []) + "}"));
            if (!routes.TryAdd(shape, (module, page.Type))) { throw Refuse(module, $"{page.Type.Name}: the route {route} is that of {routes[shape].Page.Name} already."); }
            if (page.Access is null) { throw Refuse(module, $"{page.Type.Name} says neither which permission it demands nor that it is public."); }
        }
    }

    /// <summary>One that nobody knows would break the matching of every route.</summary>
    public static void CheckConstraints(Module module, RoutePattern pattern, IDictionary<string, Type> known)
    {
        var unknown = pattern.ParameterPolicies.SelectMany(p => p.Value).Select(p => p.Content?.Split('(')[0])
            .FirstOrDefault(name => name is not null && !known.ContainsKey(name));
        if (unknown is not null) { throw Refuse(module, $"The route {pattern.RawText} names an unknown constraint: {unknown}."); }
    }

    private static RoutePattern Parse(Module module, string template)
    {
        try { return RoutePatternFactory.Parse(template); }
        catch (RoutePatternException e) { throw Refuse(module, $"The route {template} cannot be read: {e.Message}"); }
    }

    private static void CheckInjections(Module module, DeclaredComponent component, IServiceProviderIsService known)
    {
        if (component.Injected.FirstOrDefault(type => !known.IsService(type)) is { } missing) { throw Refuse(module, $"{component.Type.Name} injects {missing.Name}, which nobody provides."); }
    }

    private static void CheckTables(Module module)
    {
        foreach (var db in ModuleSet.DbsOf(module))
        {
            if (ModuleDb.PrefixOf(db) != module.Id.Replace('-', '_') + "_") { throw Refuse(module, $"{db.Name} must be named after its module."); }
            var entities = db.GetProperties().Select(p => p.PropertyType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbSet<>))
                .Select(t => t.GenericTypeArguments[0]);
            foreach (var entity in entities.Where(e => !e.IsDefined(typeof(ReadModelAttribute)))) { CheckPersons(module, entity); }
        }
    }

    /// <summary>By the declared types alone: building a model takes longer than a house may take to start.</summary>
    private static void CheckPersons(Module module, Type entity)
    {
        var processing = entity.GetCustomAttribute<ProcessingAttribute>();
        if (processing is null && !StoresPersons(entity)) { return; }
        if (!module.Types.Any(t => t.IsAssignableTo(typeof(IPersonalData))))
        {
            throw Refuse(module, $"{entity.Name} stores persons, but nothing in the module implements IPersonalData.");
        }
        if (processing is null) { throw Refuse(module, $"{entity.Name} stores persons, but does not say what for, on what ground and how long: [Processing]."); }
        var open = entity.GetProperties().FirstOrDefault(p => (p.PropertyType == typeof(string) || p.PropertyType == typeof(Sealed<string>) || p.PropertyType == typeof(Sealed<string>?))
            && (processing.IsSpecial || p.IsDefined(typeof(SpecialAttribute))));
        if (open is not null) { throw Refuse(module, $"{entity.Name}.{open.Name} is text of a special category and must be a Secret."); }
    }

    /// <summary>A stored property that makes a table one of persons.</summary>
    public static bool IsPersonal(IReadOnlyProperty property) => property.Name == "PersonId" || Sealing.IsSealed(property.ClrType);

    private static bool StoresPersons(Type entity) => entity.GetProperties().Any(p => p.Name == "PersonId" || Sealing.IsSealed(p.PropertyType));

    private static ModuleException Refuse(Module module, string reason) => new(module.Id, "rules", reason, refused: true);
}

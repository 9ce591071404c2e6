using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Loim.Modules;

/// <summary>What a component declares of itself. Each generation asks, and the answer stays the same: it is read once.</summary>
internal sealed class DeclaredComponent
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, DeclaredComponent> Read = [];

    private DeclaredComponent(Type type)
    {
        var attributes = type.GetCustomAttributes().ToList();
        Type = type;
        Routes = [.. attributes.OfType<RouteAttribute>().Select(r => r.Template)];
        Access = attributes.SingleOrDefault(a => a is PermissionAttribute or PublicAttribute or SignedInAttribute);
        Section = attributes.OfType<SectionAttribute>().SingleOrDefault();
        Menu = attributes.OfType<MenuAttribute>().SingleOrDefault();
        Injected = [.. type.GetProperties(All).Where(p => p.IsDefined(typeof(InjectAttribute))).Select(p => p.PropertyType)];
    }

    public static DeclaredComponent Of(Type type) => Read.GetOrAdd(type, t => new(t));

    public Type Type { get; }
    public IReadOnlyList<string> Routes { get; }

    /// <summary>Who may enter, or null where it does not say.</summary>
    public object? Access { get; }

    public SectionAttribute? Section { get; }
    public MenuAttribute? Menu { get; }
    public IReadOnlyList<Type> Injected { get; }
}

using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Modules;

/// <summary>
/// What an administrator switches: one subclass in the folder of each module. Its namespace owns what lies below it:
/// pages, tables, handlers, jobs, indicators and texts are found where they lie. Override only what you contribute.
/// </summary>
/// <remarks>Needs a public constructor without parameters. A module that is off is not in the container at all.</remarks>
public abstract partial class Module
{
    protected Module() => Id = IdOf(GetType());

    /// <summary>The class name without "Module" in kebab case (<c>MentalHealthModule</c> is <c>mental-health</c>);
    /// prefix of its routes, tables, permissions and settings.</summary>
    public string Id { get; }

    /// <summary>Ids of the modules whose views or contracts it uses. It is refused, with the reason, when one of them is off.</summary>
    public virtual IReadOnlyList<string> Requires => [];

    /// <summary>Services that no convention finds. <paramref name="settings"/> is the section of its id.</summary>
    public virtual void AddServices(IServiceCollection services, IConfigurationSection settings) { }

    /// <summary>Endpoints other than pages; <paramref name="routes"/> is already the group <c>/{Id}</c>.
    /// Each needs <see cref="AccessExtensions.RequirePermission{T}"/> or <c>AllowAnonymous()</c>.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder routes) { }

    /// <summary>Concrete types in its namespace. Every generation asks for them, and they stay the same.</summary>
    internal IReadOnlyList<Type> Types =>
        field ??= [.. GetType().Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && ModuleSet.Lies(t, this))];

    internal IEnumerable<DeclaredComponent> Components => Types.Where(t => t.IsAssignableTo(typeof(IComponent))).Select(DeclaredComponent.Of);

    /// <summary>Core modules that no deployment can do without.</summary>
    internal virtual bool AlwaysOn => false;

    internal static string IdOf(Type type) => Kebab(Without(type.Name, "Module"));

    internal static string Kebab(string name) => WordStart().Replace(name, "-$0").ToLowerInvariant();

    internal static string Without(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex WordStart();
}

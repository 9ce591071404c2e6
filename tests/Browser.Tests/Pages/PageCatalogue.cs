using System.Reflection;
using System.Text.RegularExpressions;
using Loim.Browser.Tests.House;
using Loim.Modules;
using Microsoft.AspNetCore.Components;

namespace Loim.Browser.Tests.Pages;

/// <summary>Every page of the core and of the built plugins, read from the attributes on them.</summary>
internal static partial class PageCatalogue
{
    public static IReadOnlyList<string> Templates { get; } = [.. Assemblies()
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
        .Select(route => route.Template)
        .Distinct().Order(StringComparer.Ordinal)];

    /// <returns>The template that answers this path, or null.</returns>
    public static string? Match(string path) => Patterns.FirstOrDefault(p => p.Pattern.IsMatch(path)).Template;

    private static readonly (string Template, Regex Pattern)[] Patterns =
        [.. Templates.OrderBy(t => t.Count(c => c == '{')).Select(t => (t, new Regex($"^{Parameter().Replace(t, AsPattern)}/?$")))];

    private static IEnumerable<Assembly> Assemblies() =>
        Directory.EnumerateDirectories(Path.Combine(RunningHost.Folder, "plugins"))
            .Select(folder => Assembly.LoadFrom(Path.Combine(folder, Path.GetFileName(folder) + ".dll")))
            .Prepend(typeof(Loim.Modules.Module).Assembly);

    private static string AsPattern(Match parameter) => parameter.Groups["kind"].Value switch
    {
        "guid" => "[0-9a-fA-F-]{36}",
        "int" or "long" => "-?[0-9]+",
        _ => "[^/]+",
    };

    [GeneratedRegex(@"\{\*{0,2}\w+(:(?<kind>\w+))?\??\}")]
    private static partial Regex Parameter();
}

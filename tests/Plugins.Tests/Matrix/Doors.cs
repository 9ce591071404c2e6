using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>One endpoint of the built house, and the addresses by which it is tried.</summary>
internal sealed record Door(RouteEndpoint Endpoint, IReadOnlyList<string> Addresses)
{
    public string Template => "/" + Endpoint.RoutePattern.RawText!.TrimStart('/');
    public bool IsPage => Endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
    public bool IsRead => Endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains("GET");

    /// <summary>Null: open to anyone. Empty: to every account.</summary>
    public string? Demands => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? null : Endpoint.Metadata.GetOrderedMetadata<AuthorizeAttribute>().Select(a => a.Policy).FirstOrDefault() ?? "";

    public bool IsOpenTo(Played who) => Demands is not { } policy || who.Permissions.Count > 0 && (policy.Length == 0 || who.Viewer.Can(policy));
}

/// <summary>All endpoints of a house, read from what it routes by, with the ids of the planted rows in every place where an id can stand.</summary>
internal sealed class Doors(Planted planted, IReadOnlyList<string> words)
{
    private const int OfATable = 5, OfADoor = 70;

    /// <summary>Each account has one, and opens it alone: some of them would be somebody's by chance.</summary>
    private const string OnesOwn = "accounts_passkeys";

    /// <summary>By row, the personal fields that belong to it: a list of nobody shows nothing.</summary>
    private readonly ILookup<Guid, string> belongings = planted.Canaries.Where(c => c.Row.Table != "people_people")
        .SelectMany(c => c.Row.Values.Where(v => v.Key != "Id").Select(v => v.Value).OfType<Guid>().Select(owner => (Owner: owner, c.Field))).Distinct().ToLookup(b => b.Owner, b => b.Field);

    public IReadOnlyList<Door> Of(EndpointDataSource source) =>
        [.. source.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is not null).Select(e => new Door(e, [.. Addresses(e).Distinct().Take(OfADoor)]))];

    private IEnumerable<string> Addresses(RouteEndpoint endpoint)
    {
        var ids = IdsOf(endpoint.Metadata.GetMetadata<Loim.Modules.Module>()?.Id ?? "").ToList();
        var paths = endpoint.RoutePattern.PathSegments.Aggregate<RoutePatternPathSegment, IEnumerable<string>>([""], (before, segment) =>
            segment.Parts[0] is RoutePatternParameterPart parameter ? before.SelectMany(b => Values(parameter, ids).Select(v => $"{b}/{v}")) : before.Select(b => $"{b}/{string.Concat(segment.Parts.OfType<RoutePatternLiteralPart>().Select(p => p.Content))}"));
        var all = paths.Take(OfADoor).Select(p => p.Length == 0 ? "/" : p).ToList();
        return all.Concat(Queries(endpoint).SelectMany(name => words.Take(2).Concat(ids.Take(OfATable * 3).Select(i => $"{i}")).Select(v => $"{all[0]}?{name}={Uri.EscapeDataString(v)}")));
    }

    private IEnumerable<string> Values(RoutePatternParameterPart parameter, List<Guid> ids) =>
        parameter.ParameterPolicies.Any(p => p.Content == "guid") ? ids.Select(i => $"{i}") : parameter.ParameterPolicies.Any(p => p.Content is "int" or "long") ? ["1"] : words;

    private static IEnumerable<string> Queries(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? [])
        .Select(p => (Property: p, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Query is not null)
        .Select(p => p.Query!.Name ?? p.Property.Name.ToLowerInvariant()).Where(name => name is not "page");

    /// <summary>Of each table of the module some rows, and some persons: whosever they are.</summary>
    private IEnumerable<Guid> IdsOf(string module)
    {
        var prefix = module.Replace('-', '_') + "_";
        return planted.Rows.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal) || t.Key == "people_people")
            .OrderBy(t => t.Key != "people_people").SelectMany(t => Spread([.. t.OrderBy(r => r.Id)]));
    }

    /// <summary>Of a long table some, and so many more that one of each personal field that belongs to its rows is among them.</summary>
    private IEnumerable<Guid> Spread(IReadOnlyList<Row> rows) => rows.Count <= 3 * OfATable || rows[0].Table == OnesOwn
        ? rows.Select(r => r.Id)
        : Cover(rows).Concat(Enumerable.Range(0, OfATable - 1).Select(i => rows[i * (rows.Count - 1) / (OfATable - 2)].Id)).Distinct();

    /// <summary>Few rows to which together belongs what belongs to all of them, the richest first.</summary>
    private IEnumerable<Guid> Cover(IReadOnlyList<Row> rows)
    {
        var missing = rows.SelectMany(r => belongings[r.Id]).ToHashSet();
        while (missing.Count > 0)
        {
            var richest = rows.MaxBy(r => belongings[r.Id].Count(missing.Contains))!.Id;
            missing.ExceptWith(belongings[richest]);
            yield return richest;
        }
    }
}

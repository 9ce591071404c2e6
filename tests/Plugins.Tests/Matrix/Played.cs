using System.Text.Json;
using Loim.Access;
using Loim.Core.Tests.Web;
using Loim.Modules;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>Somebody in the matrix: an account of one shipped role, or nobody.</summary>
public sealed record Played(string Name, Guid Account, string? Organisation, IReadOnlyList<string> Permissions)
{
    internal Viewer Viewer => Permissions.Count == 0 ? Viewer.Anyone : Viewer.Of(Account, Name, Organisation, Permissions.ToHashSet());

    public Browser Open(WebHouse house) => Permissions.Count == 0 ? house.Open("et", null) : house.Open("et", Account, Organisation, Permissions);

    public override string ToString() => Name;
}

/// <summary>The four deployments as one house: each role with all that any of them gives it.</summary>
internal static class Cast
{
    private static readonly Deployment[] Shipped = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "deployments"), "deployment.json", SearchOption.AllDirectories)
        .Order().Select(file => JsonSerializer.Deserialize<Deployment>(File.ReadAllText(file), JsonSerializerOptions.Web)!)];

    public static Deployment Town { get; } = Shipped.Single(d => d.Owner == "Rakvere") with
    {
        Id = "rakvere", Demo = true,
        Roles = Shipped.SelectMany(d => d.Roles).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(r => r.Value).Distinct()]),
        DemoAccounts = [.. Shipped.SelectMany(d => d.DemoAccounts), new("case-manager", "Kolleeg Siitmajast", null, "colleague"), new("case-manager", "Keegi Mujalt", "Teine asutus", "stranger"), new("specialist", "Teine Spetsialist", null, "other-specialist")],
    };

    public static IReadOnlyList<Played> All { get; } =
    [
        new("nobody", Guid.Empty, null, []),
        .. Town.DemoAccounts.UnionBy(Town.Roles.Keys.Select(r => new DemoAccount(r)), a => a.Id ?? a.Role)
            .Select(a => new Played(a.Id ?? a.Role, Scenery.AccountOf(a.Id ?? a.Role), a.Organisation, Town.Roles[a.Role])),
    ];
}

using System.Globalization;
using Loim.Host.Data;
using Loim.Host.Generations;
using Loim.Modules;

namespace Loim.Host.Cli;

/// <summary>Fills an empty demonstration with invented data, the modules in the order of their requirements.</summary>
internal static class Demonstration
{
    public static async Task Add(Generation generation, OpenHouse house)
    {
        var scopes = generation.App.Services.GetRequiredService<IServiceScopeFactory>();
        // Each municipality its own people, and the same ones every time.
        var seed = int.TryParse(generation.App.Services.GetRequiredService<Deployment>().Ehak, CultureInfo.InvariantCulture, out var ehak) ? ehak : 1;
        var scenery = new Scenery(People: 120, Year: 2025, house.Time.Today(), new Random(seed));
        await scopes.AsHouse("demonstration", async services =>
        {
            foreach (var module in services.GetServices<IDemonstration>().OrderBy(d => d.IsLast)) { await module.Add(scenery, CancellationToken.None); }
        });
        house.EndDemonstration();
    }
}

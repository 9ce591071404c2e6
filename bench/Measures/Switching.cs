using Loim.Bench.Load;
using Loim.Bench.Product;

namespace Loim.Bench.Measures;

/// <summary>A module goes off and on again and again, while somebody works with the others.</summary>
internal sealed class Switching(House house, Serving serving, Scale scale)
{
    private const string Module = "library";

    /// <summary>The first switch builds what every later one reuses; it is not counted.</summary>
    public async Task<(Tally Load, double Median, int Switches)> UnderLoad(CancellationToken ct)
    {
        using var wishes = new Wishes(house.Database);
        await Toggle(wishes, ct);
        var (waits, loads) = (new List<double>(), new List<Tally>());
        while (loads.Sum(l => l.Requests) < scale.RequestsUnderSwitching)
        {
            var load = serving.Asked(LongList.People).Load(Rounds.Connections, scale.Round, ct);
            while (!load.IsCompleted) { waits.AddRange(await Toggle(wishes, ct)); }
            loads.Add(await load);
        }
        return (loads.Aggregate((a, b) => a + b), waits.Median(), waits.Count);
    }

    /// <returns>Resident memory in MiB early and late: medians of ten switches each. Pages with real queries lie between the switches.</returns>
    public async Task<(double Early, double Late, double Median)> Many(CancellationToken ct)
    {
        using var wishes = new Wishes(house.Database);
        var (memory, waits) = (new List<double>(), new List<double>());
        while (waits.Count < scale.Switches)
        {
            waits.AddRange(await Toggle(wishes, ct));
            for (var i = 0; i < 10; i++) { await serving.Worker.Client.Get(LongList.People.Path, ct); }
            memory.Add(serving.Server.Memory);
        }
        var before = scale.SwitchesBefore / 2;
        return (memory[(before - 5)..before].Median(), memory[^5..].Median(), waits.Median());
    }

    private static async Task<IEnumerable<double>> Toggle(Wishes wishes, CancellationToken ct) =>
        [await wishes.Carry(Module, on: false, ct), await wishes.Carry(Module, on: true, ct)];
}

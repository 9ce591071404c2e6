namespace Loim.Bench.Load;

/// <summary>Product and floor by turns: what else the machine does falls on both.</summary>
internal sealed record Rounds(IReadOnlyList<(Tally Product, Tally Floor)> All)
{
    public const int Connections = 8;
    private const int MostStretches = 8;
    private const double StillCheaper = 0.95;

    public double Product => All.Select(r => r.Product.PerSecond).Median();
    public double Floor => All.Select(r => r.Floor.PerSecond).Median();

    /// <summary>Median of the ratios of neighbours in time.</summary>
    public double Ratio => All.Select(r => r.Product.PerSecond / r.Floor.PerSecond).Median();
    public double ProductCpu => All.Select(r => r.Product.CpuMilliseconds).Median();
    public double FloorCpu => All.Select(r => r.Floor.CpuMilliseconds).Median();
    public int Failed => All.Sum(r => r.Product.Failed + r.Floor.Failed);

    public static async Task<Rounds> Run(Target product, Target floor, Scale scale, CancellationToken ct)
    {
        await Warm(product, scale, ct);
        await Warm(floor, scale, ct);
        var rounds = new List<(Tally, Tally)>();
        for (var i = 0; i < scale.Rounds; i++)
        {
            rounds.Add((await product.Load(Connections, scale.Round, ct), await floor.Load(Connections, scale.Round, ct)));
        }
        return new Rounds(rounds);
    }

    /// <summary>Until a request costs the server no less than in the two stretches before: its code is compiled for speed only when
    /// it has been used for a while, and the compiling takes its time from the same cores.</summary>
    private static async Task Warm(Target server, Scale scale, CancellationToken ct)
    {
        var (least, since) = (double.MaxValue, 0);
        for (var stretch = 0; stretch < MostStretches && since < 2; stretch++)
        {
            var now = (await server.Load(Connections, scale.Warmup, ct)).CpuMilliseconds;
            (least, since) = now < least * StillCheaper ? (now, 0) : (least, since + 1);
        }
    }
}

namespace Loim.Bench.Load;

/// <summary>How a stretch of load went.</summary>
/// <param name="Cpu">Spent by the server meanwhile, all its threads together.</param>
internal sealed record Tally(int Requests, int Failed, TimeSpan Took, TimeSpan Cpu)
{
    public double PerSecond => Requests / Took.TotalSeconds;
    public double CpuMilliseconds => Cpu.TotalMilliseconds / Requests;

    public static Tally operator +(Tally a, Tally b) => new(a.Requests + b.Requests, a.Failed + b.Failed, a.Took + b.Took, a.Cpu + b.Cpu);
}

using Loim.Modules;

namespace Loim.Core.Tests.Programme.Broken;

/// <summary>A module whose figures cannot be computed: one cannot be made, one cannot be counted.</summary>
public sealed class BrokenModule : Module;

internal sealed class CannotBeMade : IIndicator
{
    public CannotBeMade() => throw new InvalidOperationException("made wrongly");

    public string Code => "broken.made";
    public Aggregate Aggregate => Aggregate.Count;
    public IQueryable<Evidence> Evidence(Period period) => throw new InvalidOperationException();
}

internal sealed class CannotBeCounted : IIndicator
{
    public string Code => "broken.counted";
    public Aggregate Aggregate => Aggregate.Count;
    public IQueryable<Evidence> Evidence(Period period) => throw new InvalidOperationException("counted wrongly");
}

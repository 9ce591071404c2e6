namespace Loim.Host.Generations;

/// <summary>One request inside one generation.</summary>
internal abstract class Lease
{
    public abstract Task Process();
    public abstract void End(Exception? exception);
}

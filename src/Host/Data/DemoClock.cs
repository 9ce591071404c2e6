namespace Loim.Host.Data;

/// <summary>A clock that starts where it is told, and then goes as fast as any. It never goes back behind what was recorded.</summary>
internal sealed class DemoClock(DateTime newest) : TimeProvider
{
    private static readonly DateTime First = Modules.Days.Instant(new(2025, 9, 15), new(9, 0));
    private readonly DateTimeOffset start = newest.AddMinutes(1) is var next && next > First ? new(next) : new(First);
    private readonly long started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(started);
}

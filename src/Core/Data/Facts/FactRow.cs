namespace Loim.Data;

/// <summary>A fact as it was written down.</summary>
internal sealed class FactRow
{
    public long Number { get; init; }
    public required string Type { get; init; }
    public required string Json { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>How far a subscribing module has read.</summary>
internal sealed class Cursor
{
    public required string Module { get; init; }
    public required long Number { get; set; }
}

/// <summary>A fact that a module could not handle; kept until somebody retries it or lets it go.</summary>
internal sealed class ParkedFact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Module { get; init; }
    public required long Fact { get; init; }
    public required string Reason { get; set; }
    public required DateTime At { get; set; }

    /// <summary>It was tried again, in vain.</summary>
    public void Try(string reason, DateTime now) => (Reason, At) = (reason, now);
}

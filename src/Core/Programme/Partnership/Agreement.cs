namespace Loim.Programme.Partnership;

/// <summary>The time in which the municipality is a partner of the scheme. A mistake is voided, never deleted.</summary>
/// <remarks>Source: ELV-03.</remarks>
internal sealed class Agreement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Number of the agreement or of the council's decision.</summary>
    public required string Number { get; set; }
    public DateOnly From { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly Until { get; private set; }
    public bool IsVoid { get; set; }

    public void Set(DateOnly from, DateOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        (From, Until) = (from, until);
    }

    public bool IsInForce(DateOnly day) => !IsVoid && From <= day && day <= Until;

    public bool Overlaps(DateOnly from, DateOnly until) => !IsVoid && From <= until && from <= Until;
}

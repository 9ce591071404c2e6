namespace Loim.Programme.Partnership;

/// <summary>A post that the programme pays, whole or in part; of the role, never of the person in it. A mistake is voided.</summary>
/// <remarks>Source: ELV-02, RKV-01.</remarks>
internal sealed class Post
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Role { get; set; }
    public string Duties { get; set; } = "";

    /// <summary>It coordinates the integration work of the municipality.</summary>
    public bool IsCoordinator { get; set; }

    /// <summary>Hundredths of a full post: 75 is 0.75.</summary>
    public int Load { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Last day, included; null while no end is known.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The plan line that pays it.</summary>
    public Guid? LineId { get; set; }
    public bool IsVoid { get; set; }

    public void Set(int load, DateOnly from, DateOnly? until)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(load);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(load, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(until ?? from, from, nameof(until));
        (Load, From, Until) = (load, from, until);
    }

    public bool IsFilled(DateOnly day) => !IsVoid && From <= day && (Until is null || day <= Until);
}

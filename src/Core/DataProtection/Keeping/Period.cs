namespace Loim.DataProtection.Keeping;

/// <summary>A period that the municipality set itself, by its own legal ground.</summary>
internal sealed class Period
{
    public const int Longest = 110 * 365;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Module { get; init; }

    /// <summary>The kind of record, as the module's own period names it.</summary>
    public required string What { get; init; }

    /// <summary>1 to <see cref="Longest"/>: nothing is kept for ever.</summary>
    public int Days { get; private set; }

    /// <summary>Who answers for it: a post, not a person.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The act, and the paragraph in it.</summary>
    public string Ground { get; private set; } = "";
    public DateTime SetAt { get; private set; }
    public string SetBy { get; private set; } = "";

    public void Set(int days, string owner, string ground, string by, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Longest);
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        ArgumentException.ThrowIfNullOrWhiteSpace(ground);
        (Days, Owner, Ground, SetBy, SetAt) = (days, owner, ground, by, at);
    }
}

namespace Loim.DataProtection.Keeping;

/// <summary>One round over all that is kept: what was over its time, and what was done about it.</summary>
internal sealed class KeepingRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }

    /// <summary>Only counted, nothing forgotten.</summary>
    public required bool IsTrial { get; init; }
    public List<KeepingLine> Lines { get; private init; } = [];
}

/// <summary>One kind of record in a round.</summary>
internal sealed class KeepingLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid KeepingRunId { get; private init; }
    public required string Module { get; init; }
    public required string What { get; init; }
    public required int Days { get; init; }

    /// <summary>Records that were over their time.</summary>
    public int Due { get; set; }

    /// <summary>Of these, how many were forgotten.</summary>
    public int Forgotten { get; set; }

    /// <summary>Records that will be over their time within <see cref="Keeper.NoticeDays"/> days.</summary>
    public int Coming { get; set; }

    /// <summary>Why it did not succeed; the next round tries again.</summary>
    public string? Trouble { get; set; }
}

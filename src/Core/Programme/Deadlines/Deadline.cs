namespace Loim.Programme.Deadlines;

/// <summary>Something that the programme expects by a day: an interim report, a renewal. The day is provisional until it is agreed.</summary>
/// <remarks>Source: ELV-12.</remarks>
internal sealed class Deadline
{
    /// <summary>Days before which it stands on the desk.</summary>
    public const int Notice = 30;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public required DateOnly ProvisionalOn { get; set; }

    /// <summary>Agreed on the way; from then on it is the one that counts.</summary>
    public DateOnly? AgreedOn { get; set; }

    /// <summary>Sent or done on this day; empty again when that was a mistake.</summary>
    public DateOnly? DoneOn { get; set; }

    public DateOnly Due => AgreedOn ?? ProvisionalOn;

    public bool IsLate(DateOnly today) => DoneOn is null && Due < today;

    public bool IsNear(DateOnly today) => DoneOn is null && Due <= today.AddDays(Notice);
}

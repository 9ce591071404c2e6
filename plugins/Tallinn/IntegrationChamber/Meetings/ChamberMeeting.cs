namespace Tallinn.IntegrationChamber.Meetings;

internal sealed class ChamberMeeting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly Day { get; set; }

    /// <summary>Null: nobody wrote it down.</summary>
    public TimeOnly? Start { get; set; }
    public required string Place { get; set; }
    public required string Topic { get; set; }

    /// <summary>Communities that were there; null until the meeting was held.</summary>
    public int? Present { get; private set; }
    public bool IsCancelled { get; private set; }

    /// <summary>Neither held nor cancelled: its day, place and topic may change.</summary>
    public bool IsPlanned => Present is null && !IsCancelled;

    /// <exception cref="InvalidOperationException">The day has not come.</exception>
    public void Hold(int present, DateOnly today)
    {
        if (Day > today) { throw new InvalidOperationException("It was not held yet."); }
        (Present, IsCancelled) = (present, false);
    }

    public void Cancel() => (Present, IsCancelled) = (null, true);

    /// <summary>As if it were still to come.</summary>
    public void TakeBack() => (Present, IsCancelled) = (null, false);
}

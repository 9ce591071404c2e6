namespace Loim.Network.Meetings.Deciding;

/// <summary>What a meeting decided somebody shall do. It stands on the network's next agenda until it is done or dropped.</summary>
internal sealed class Decision
{
    private Decision() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid NetworkId { get; private init; }
    public Guid MeetingId { get; private init; }
    public string Task { get; private set; } = "";

    /// <summary>Organisation or role.</summary>
    public string Doer { get; private set; } = "";

    /// <summary>Not before the meeting at which it was decided.</summary>
    public DateOnly? DueOn { get; private set; }
    public DecisionState State { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What shows that it was done, or why it was dropped.</summary>
    public string? Outcome { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">It would be due before the meeting.</exception>
    public static Decision Of(Meeting meeting, string task, string doer, DateOnly? due)
    {
        MustFollow(meeting.Day, due);
        return new() { NetworkId = meeting.NetworkId, MeetingId = meeting.Id, Task = task, Doer = doer, DueOn = due };
    }

    /// <summary>Worded anew while it is open; what has ended stands as it was decided.</summary>
    /// <param name="decidedOn">The day of the meeting.</param>
    /// <exception cref="ArgumentOutOfRangeException">It would be due before the meeting.</exception>
    public void Change(string task, string doer, DateOnly? due, DateOnly decidedOn)
    {
        MustFollow(decidedOn, due);
        if (State == DecisionState.Open) { (Task, Doer, DueOn) = (task, doer, due); }
    }

    public void Do(string? evidence, DateOnly today) => End(DecisionState.Done, evidence, today);

    public void Drop(string reason, DateOnly today) => End(DecisionState.Dropped, reason, today);

    public void Reopen() => (State, EndedOn, Outcome) = (DecisionState.Open, null, null);

    public bool IsOverdue(DateOnly today) => State == DecisionState.Open && DueOn < today;

    private static void MustFollow(DateOnly meeting, DateOnly? due) => ArgumentOutOfRangeException.ThrowIfLessThan(due ?? meeting, meeting, nameof(due));

    private void End(DecisionState state, string? outcome, DateOnly today)
    {
        if (State == DecisionState.Open) { (State, Outcome, EndedOn) = (state, outcome, today); }
    }
}

internal enum DecisionState { Open, Done, Dropped }

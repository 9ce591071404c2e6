namespace Loim.Network.Meetings.Deciding;

/// <summary>What a meeting decided somebody shall do. It stands on the network's next agenda until it is done or dropped.</summary>
internal sealed class Decision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid NetworkId { get; init; }
    public required Guid MeetingId { get; init; }
    public required string Task { get; set; }

    /// <summary>Organisation or role.</summary>
    public required string Doer { get; set; }
    public DateOnly? DueOn { get; set; }
    public DecisionState State { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What shows that it was done, or why it was dropped.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Worded anew while it is open; what has ended stands as it was decided.</summary>
    public void Change(string task, string doer, DateOnly? due)
    {
        if (State == DecisionState.Open) { (Task, Doer, DueOn) = (task, doer, due); }
    }

    public void Do(string? evidence, DateOnly today) => End(DecisionState.Done, evidence, today);

    public void Drop(string reason, DateOnly today) => End(DecisionState.Dropped, reason, today);

    public void Reopen() => (State, EndedOn, Outcome) = (DecisionState.Open, null, null);

    public bool IsOverdue(DateOnly today) => State == DecisionState.Open && DueOn < today;

    private void End(DecisionState state, string? outcome, DateOnly today)
    {
        if (State == DecisionState.Open) { (State, Outcome, EndedOn) = (state, outcome, today); }
    }
}

internal enum DecisionState { Open, Done, Dropped }

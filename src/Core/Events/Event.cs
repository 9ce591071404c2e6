namespace Loim.Events;

internal sealed class Event
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Start { get; init; }
    public required TimeOnly End { get; init; }
    public required string Venue { get; init; }
    public required string Organiser { get; init; }
    public Guid? PlanLine { get; init; }
    public string? JointWith { get; init; }
    public EventState State { get; private set; }
    public int? Newcomers { get; private set; }
    public int? Locals { get; private set; }

    /// <exception cref="EventRefusedException" />
    public static Event Plan(NewEvent it)
    {
        if (!EventKind.All.Contains(it.Kind)) { throw new EventRefusedException(EventRule.UnknownKind); }
        if (it.End <= it.Start) { throw new EventRefusedException(EventRule.EndsBeforeItStarts); }
        return new Event
        {
            Kind = it.Kind,
            Title = it.Title,
            Day = it.Day,
            Start = it.Start,
            End = it.End,
            Venue = it.Venue,
            Organiser = it.Organiser,
            PlanLine = it.PlanLine,
            JointWith = it.JointWith,
        };
    }

    /// <summary>Counts who was there; a later count replaces the earlier one.</summary>
    /// <returns>True when the event is held by this.</returns>
    /// <exception cref="EventRefusedException" />
    public bool Hold(Headcount heads, DateOnly today)
    {
        if (State == EventState.Cancelled) { throw new EventRefusedException(EventRule.Cancelled); }
        if (Day > today) { throw new EventRefusedException(EventRule.NotHeldYet); }
        if (heads.Newcomers is < 0 or > Headcount.Most || heads.Locals is < 0 or > Headcount.Most)
        {
            throw new EventRefusedException(EventRule.HeadcountOutOfRange);
        }
        var first = State == EventState.Planned;
        (State, Newcomers, Locals) = (EventState.Held, heads.Newcomers, heads.Locals);
        return first;
    }

    public void Cancel()
    {
        if (State == EventState.Planned) { State = EventState.Cancelled; }
    }
}

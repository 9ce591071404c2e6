namespace Loim.Network.Meetings;

/// <summary>A meeting of a network: agenda, who was there, minutes, and what was decided.</summary>
internal sealed class Meeting
{
    private readonly List<AgendaItem> agenda = [];
    private readonly List<Attendance> attendances = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid NetworkId { get; init; }
    public required DateOnly Day { get; set; }
    public TimeOnly? Start { get; set; }
    public string? Place { get; set; }
    public MeetingState State { get; private set; }
    public string? Minutes { get; private set; }

    /// <summary>Who was there without belonging to a member.</summary>
    public int Guests { get; private set; }
    public IReadOnlyList<AgendaItem> Agenda => agenda;
    public IReadOnlyList<Attendance> Attendances => attendances;

    /// <summary>Its day is over, and nobody has recorded it.</summary>
    public bool IsOverdue(DateOnly today) => State == MeetingState.Planned && Day < today;

    /// <summary>One title a line, in this order; what was said about an item that stays is kept.</summary>
    public void Prepare(IEnumerable<string> titles)
    {
        var wanted = titles.Select(t => t.Trim()).Where(t => t.Length > 0).Distinct().ToList();
        agenda.RemoveAll(item => !wanted.Contains(item.Title));
        foreach (var (position, title) in wanted.Index())
        {
            if (agenda.Find(item => item.Title == title) is { } known) { known.Position = position; }
            else { agenda.Add(new AgendaItem { Title = title, Position = position }); }
        }
    }

    /// <exception cref="InvalidOperationException">Its day is still to come, it was cancelled, or nobody was there.</exception>
    public void Hold(IEnumerable<Guid> present, int guests, string? minutes, DateOnly today)
    {
        if (State == MeetingState.Cancelled || Day > today) { throw new InvalidOperationException("A meeting is held on its day or after it."); }
        var there = present.ToHashSet();
        if (there.Count == 0 && guests == 0) { throw new InvalidOperationException("A meeting is held by those who are there."); }
        (State, Guests, Minutes) = (MeetingState.Held, guests, minutes);
        attendances.RemoveAll(a => !there.Contains(a.OrganisationId));
        attendances.AddRange(there.Except(attendances.Select(a => a.OrganisationId)).Select(id => new Attendance { OrganisationId = id }));
    }

    /// <summary>It was recorded by mistake, and is planned as before. What was written of it is kept for its day.</summary>
    /// <param name="decided">Something was decided at it.</param>
    /// <exception cref="InvalidOperationException">It is not held, or its decisions would hang on nothing.</exception>
    public void TakeBack(bool decided)
    {
        if (State != MeetingState.Held || decided) { throw new InvalidOperationException("A meeting at which something was decided was held."); }
        attendances.Clear();
        (State, Guests) = (MeetingState.Planned, 0);
    }

    public void Cancel()
    {
        if (State == MeetingState.Planned) { State = MeetingState.Cancelled; }
    }

    /// <summary>It takes place after all.</summary>
    public void Resume()
    {
        if (State == MeetingState.Cancelled) { State = MeetingState.Planned; }
    }
}

internal sealed class AgendaItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MeetingId { get; init; }
    public required string Title { get; init; }
    public int Position { get; set; }
}

internal sealed class Attendance
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MeetingId { get; init; }
    public required Guid OrganisationId { get; init; }
}

internal enum MeetingState { Planned, Held, Cancelled }

using Loim.Events.Planning;
using Loim.Modules;
using Loim.People;

namespace Loim.Events;

internal sealed class Event
{
    public const int MostSeats = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Kind { get; private set; } = "";

    /// <summary>In the deployment's first language, as <see cref="About"/>.</summary>
    public string Title { get; private set; } = "";
    public string? About { get; private set; }

    /// <summary>Title and description in further languages, by code.</summary>
    public IReadOnlyDictionary<string, EventWords> Words { get; private set; } = new Dictionary<string, EventWords>();
    public DateOnly Day { get; private set; }
    public TimeOnly Start { get; private set; }
    public TimeOnly End { get; private set; }
    public string Venue { get; private set; } = "";

    /// <summary>One of the deployment's areas; empty: the whole municipality.</summary>
    public string Area { get; private set; } = "";
    public string Organiser { get; private set; } = "";

    /// <summary>For whom it is; none: for everybody.</summary>
    public IReadOnlyList<TargetGroup> Groups { get; private set; } = [];
    public string Language { get; private set; } = "et";
    public IReadOnlyList<string> HelpLanguages { get; private set; } = [];

    /// <summary>Seats that are given by registration; null: the door is open, nobody registers.</summary>
    public int? Capacity { get; private set; }
    public Guid? PlanLine { get; private set; }
    public string? JointWith { get; private set; }

    /// <summary>As what it stood in the calendar when another module took it up; null: none did.</summary>
    public EventState? TakenUpAs { get; private set; }

    /// <summary>Shared by the events of one series.</summary>
    public Guid? Series { get; init; }
    public EventState State { get; private set; }

    /// <summary>The spreadsheet that it came in with; null once somebody has changed or counted it anew: then it is theirs.</summary>
    public Guid? ImportId { get; set; }
    public int? Newcomers { get; private set; }
    public int? Locals { get; private set; }

    /// <summary>How many of them had been to an event before.</summary>
    public int? Returning { get; private set; }

    /// <summary>Recorded by another module: it is on the calendar at once.</summary>
    /// <exception cref="EventRefusedException" />
    public static Event Plan(NewEvent it)
    {
        var planned = new Event { JointWith = it.JointWith };
        planned.Change(EventPlan.Of(it));
        return planned;
    }

    /// <summary>Seen by those who plan until it is published.</summary>
    /// <exception cref="EventRefusedException" />
    public static Event Draft(EventPlan plan, Guid? series = null)
    {
        var draft = new Event { Series = series, State = EventState.Draft };
        draft.Change(plan);
        return draft;
    }

    /// <exception cref="EventRefusedException" />
    public void Change(EventPlan plan)
    {
        if (!EventKind.All.Contains(plan.Kind)) { throw new EventRefusedException(EventRule.UnknownKind); }
        if (plan.End <= plan.Start) { throw new EventRefusedException(EventRule.EndsBeforeItStarts); }
        if (plan.Capacity is < 1 or > MostSeats) { throw new EventRefusedException(EventRule.SeatsOutOfRange); }
        if (State is EventState.Held or EventState.Cancelled) { throw new EventRefusedException(EventRule.Over); }
        Describe(plan);
        (Day, Start, End, Capacity) = (plan.Day, plan.Start, plan.End, plan.Capacity);
    }

    /// <summary>Changes what people may have registered for.</summary>
    /// <param name="given">Seats that are given.</param>
    /// <exception cref="EventRefusedException" />
    public void Change(EventPlan plan, int given, DateTime now)
    {
        if (plan.Capacity < given) { throw new EventRefusedException(EventRule.FewerSeatsThanGiven); }
        if (TakesRegistrations(now) && plan.Day < Days.DayOf(now)) { throw new EventRefusedException(EventRule.DayIsPast); }
        Change(plan);
    }

    /// <summary>What was held is described anew. Its day, hours and seats are what they were, whatever the plan says: heads were counted then.
    /// So is the kind of a joint record, by which the other module knows it.</summary>
    /// <exception cref="EventRefusedException" />
    public void Correct(EventPlan plan)
    {
        if (!EventKind.All.Contains(plan.Kind)) { throw new EventRefusedException(EventRule.UnknownKind); }
        if (State != EventState.Held) { throw new EventRefusedException(EventRule.NotHeldYet); }
        Describe(HasOwnKind ? plan : plan with { Kind = Kind });
    }

    /// <summary>A joint record took place at another time than was written down. What stood in the calendar took place as people were invited.</summary>
    /// <exception cref="EventRefusedException" />
    public void Correct(EventTime when, Guid? planLine, DateOnly today)
    {
        var moves = when != new EventTime(Day, Start, End);
        if (moves && (JointWith is null || TakenUpAs is not null || State == EventState.Cancelled)) { throw new EventRefusedException(EventRule.Over); }
        if (when.End <= when.Start) { throw new EventRefusedException(EventRule.EndsBeforeItStarts); }
        if (State == EventState.Held && when.Day > today) { throw new EventRefusedException(EventRule.NotHeldYet); }
        (Day, Start, End, PlanLine) = (when.Day, when.Start, when.End, planLine);
    }

    public bool HasOwnKind => JointWith is null;

    private void Describe(EventPlan plan)
    {
        (Kind, Title, About, Words) = (plan.Kind, plan.Title, plan.About, plan.Words);
        (Venue, Area, Organiser, Groups) = (plan.Venue, plan.Area, plan.Organiser, plan.Groups);
        (Language, HelpLanguages, PlanLine, ImportId) = (plan.Language, plan.HelpLanguages, plan.PlanLine, null);
    }

    public void Publish()
    {
        if (State == EventState.Draft) { State = EventState.Published; }
    }

    /// <summary>Counts who was there; a later count replaces the earlier one.</summary>
    /// <returns>True when the event is held by this.</returns>
    /// <exception cref="EventRefusedException" />
    public bool Hold(Headcount heads, DateOnly today)
    {
        if (State == EventState.Cancelled) { throw new EventRefusedException(EventRule.Cancelled); }
        if (Day > today) { throw new EventRefusedException(EventRule.NotHeldYet); }
        if (heads.Newcomers is < 0 or > Headcount.Most || heads.Locals is < 0 or > Headcount.Most || heads.Returning < 0)
        {
            throw new EventRefusedException(EventRule.HeadcountOutOfRange);
        }
        if (heads.Returning > heads.Newcomers + heads.Locals) { throw new EventRefusedException(EventRule.MoreReturnedThanCame); }
        var first = State != EventState.Held;
        ImportId = null;
        (State, Newcomers, Locals, Returning) = (EventState.Held, heads.Newcomers, heads.Locals, heads.Returning);
        return first;
    }

    /// <summary>Its attendance was recorded by mistake: it is on the calendar as if nobody had counted.</summary>
    /// <exception cref="EventRefusedException">Another module keeps a record beside it.</exception>
    public void Uncount()
    {
        if (JointWith is not null) { throw new EventRefusedException(EventRule.TakenUp); }
        if (State == EventState.Held) { (State, Newcomers, Locals, Returning, ImportId) = (EventState.Published, null, null, null, null); }
    }

    /// <summary>Another module keeps a record beside what stands in the calendar.</summary>
    /// <exception cref="EventRefusedException" />
    public void TakeUp(string by)
    {
        if (JointWith is not null || State == EventState.Draft) { throw new EventRefusedException(EventRule.TakenUp); }
        if (State == EventState.Cancelled) { throw new EventRefusedException(EventRule.Cancelled); }
        (JointWith, TakenUpAs) = (by, State);
    }

    /// <summary>The calendar has it back as it was, but for heads that were <paramref name="counted"/> by list since.</summary>
    public void GiveBack(bool counted)
    {
        if (TakenUpAs == EventState.Published && !counted) { (State, Newcomers, Locals, Returning) = (EventState.Published, null, null, null); }
        (JointWith, TakenUpAs) = (null, null);
    }

    public void Cancel()
    {
        if (State == EventState.Published) { State = EventState.Cancelled; }
    }

    /// <summary>It takes place after all.</summary>
    public void Resume()
    {
        if (State == EventState.Cancelled) { State = EventState.Published; }
    }

    /// <summary>The same people could be wanted at both: same area, overlapping time, overlapping target group.</summary>
    /// <remarks>Source: TRT-10.</remarks>
    public bool ClashesWith(Event other) =>
        other.Id != Id && other.Day == Day && other.Start < End && Start < other.End
        && (other.Area == Area || other.Area.Length == 0 || Area.Length == 0)
        && (Groups.Count == 0 || other.Groups.Count == 0 || Groups.Intersect(other.Groups).Any());

    /// <summary>It has seats to give, and has not begun.</summary>
    public bool TakesRegistrations(DateTime now) => State == EventState.Published && Capacity is not null && now < Days.Instant(Day, Start);

    /// <summary>Nobody is written to at night.</summary>
    public DateTime RemindsAt(int daysBefore) => Days.Instant(Day.AddDays(-daysBefore), new(9, 0));

    public EventName Name() => new(Title, Words);

    public string TitleIn(string language) => Words.GetValueOrDefault(language)?.Title ?? Title;

    public string? AboutIn(string language) => Words.GetValueOrDefault(language)?.About ?? About;
}

using Loim.Modules;

namespace Loim.Events;

/// <summary>What another module may ask of events.</summary>
public interface IEvents
{
    /// <summary>Records an event, held already when it brings headcounts. Joins the caller's unit of work: call it inside
    /// <see cref="Data.Work.Do(Func{Task})"/> together with the row of your own, and both are there or neither.</summary>
    /// <returns>The event's id, to keep beside your row.</returns>
    /// <exception cref="EventRefusedException">It breaks a rule; nothing of the unit of work is written.</exception>
    /// <remarks>Source: RKV-02. Participants are counted from this record alone; a figure of your own must not add them again.</remarks>
    Task<Guid> Record(NewEvent it);

    /// <summary>Takes up an event that stands in the calendar (<see cref="EventCard.JointWith"/> is null), so that what was planned and what
    /// was held are one record. What was planned stays as it is. Joins the caller's unit of work, as <see cref="Record"/> does.</summary>
    /// <param name="jointWith">As <see cref="NewEvent.JointWith"/>.</param>
    /// <param name="attended">Who was there; null where the event is held and counted already. Heads ask nobody for feedback: whom the
    /// event's list names, before or after, is asked.</param>
    /// <exception cref="EventRefusedException">It breaks a rule; nothing of the unit of work is written.</exception>
    Task TakeUp(Guid id, string jointWith, Headcount? attended);

    /// <summary>Puts right when a joint record took place, and what it is booked on. Whoever recorded it does: what was taken up from the
    /// calendar keeps the day and hours that people were invited to, and gets its line. Who was there, and what was said of it, stays.
    /// Joins the caller's unit of work, as <see cref="Record"/> does.</summary>
    /// <param name="jointWith">As <see cref="NewEvent.JointWith"/>.</param>
    /// <exception cref="EventRefusedException">It breaks a rule; nothing of the unit of work is written. <see cref="EventRule.TakenUp"/>: there is
    /// no such record of that module. <see cref="EventRule.Over"/>: another day or hour for what stood in the calendar.</exception>
    Task Correct(Guid id, string jointWith, EventTime when, Guid? planLine);

    /// <summary>Takes back a joint record (<see cref="NewEvent.JointWith"/>) that was made by mistake; one that was taken up goes back to
    /// the calendar as it was planned. Joins the caller's unit of work, as <see cref="Record"/> does.</summary>
    /// <returns>False when it stays: somebody has registered for it or said something of it, or it is no joint record.</returns>
    Task<bool> TakeBack(Guid id);
}

/// <summary>An event to be recorded.</summary>
public sealed record NewEvent
{
    /// <summary>One of <see cref="EventKind.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>As the participants see it.</summary>
    public required string Title { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Wall-clock time in Estonia, as is <see cref="End"/>, which lies later on the same day.</summary>
    public required TimeOnly Start { get; init; }
    public required TimeOnly End { get; init; }
    public required string Venue { get; init; }

    /// <summary>The organisation that holds it.</summary>
    public required string Organiser { get; init; }

    /// <summary>The plan line that it is booked on; null for work without a budget line.</summary>
    public Guid? PlanLine { get; init; }

    /// <summary>Who was there; null for an event that is yet to come.</summary>
    public Headcount? Attended { get; init; }

    /// <summary>Id of the module that keeps a record of its own beside this one.</summary>
    public string? JointWith { get; init; }
}

/// <summary>When an event takes place.</summary>
/// <param name="Start">Wall-clock time in Estonia, as is <paramref name="End"/>, which lies later on the same day.</param>
public readonly record struct EventTime(DateOnly Day, TimeOnly Start, TimeOnly End);

/// <summary>Heads, without names: 0 to 10,000 each.</summary>
/// <param name="Returning">How many of all had been to an event before.</param>
/// <remarks>Source: RKV-04, no compulsory identification.</remarks>
public readonly record struct Headcount(int Newcomers, int Locals, int Returning = 0)
{
    public const int Most = 10_000;
}

/// <summary>A rule of events that a record would break.</summary>
public enum EventRule { EndsBeforeItStarts, NotHeldYet, HeadcountOutOfRange, UnknownKind, Cancelled, SeatsOutOfRange, Over, TakenUp, FewerSeatsThanGiven, DayIsPast, MoreReturnedThanCame }

public sealed class EventRefusedException(EventRule rule) : Exception($"The event breaks a rule: {rule}.")
{
    public EventRule Rule => rule;
}

/// <summary>Who attended is known: the event was held. Recorded once an event, and anew when it was taken back
/// to the calendar in between.</summary>
public sealed record EventHeld(Guid Event, DateOnly On) : IFact;

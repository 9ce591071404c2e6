using Loim.Events;

namespace Rakvere.Library.Activities;

/// <summary>Writes the two halves of a joint record as one.</summary>
[Scoped]
internal sealed class ActivityBook(LibraryDb db, IEvents events, Work work, LibrarySettings settings, TimeProvider clock)
{
    private const string Module = "library";

    /// <returns>The activity's id.</returns>
    /// <exception cref="EventRefusedException">The event breaks a rule, or its end lies ahead; neither half is written.</exception>
    public Task<Guid> Enter(NewActivity it) => work.Do(async () =>
    {
        if (Activity.LiesAhead(it.Day, it.End, clock.GetUtcNow())) { throw new EventRefusedException(EventRule.NotHeldYet); }
        var activity = new Activity
        {
            EventId = await events.Record(new NewEvent
            {
                Kind = it.Kind,
                Title = it.Title ?? settings.Title,
                Day = it.Day,
                Start = it.Start,
                End = it.End,
                Venue = it.Room,
                Organiser = settings.Organiser,
                PlanLine = it.PlanLine,
                Attended = it.Attended,
                JointWith = Module,
            }),
            Room = it.Room,
            Language = it.Language,
            Partner = it.Partner,
        };
        db.Add(activity);
        return activity.Id;
    });

    /// <summary>The library's half beside an event that stood in the calendar.</summary>
    /// <param name="attended">Null where the event is counted already.</param>
    /// <exception cref="EventRefusedException">The event breaks a rule; nothing is written.</exception>
    public Task TakeUp(Activity half, Headcount? attended) => work.Do(async () =>
    {
        await events.TakeUp(half.EventId, Module, attended);
        db.Add(half);
    });

    /// <summary>Puts both halves right.</summary>
    /// <param name="when">Null where a course says it, as its line.</param>
    /// <exception cref="EventRefusedException">The event breaks a rule, or its end lies ahead; neither half is changed.</exception>
    public Task Change(Activity half, ActivityWords words, EventTime? when, Guid? planLine) => work.Do(async () =>
    {
        if (when is { } time)
        {
            if (Activity.LiesAhead(time.Day, time.End, clock.GetUtcNow())) { throw new EventRefusedException(EventRule.NotHeldYet); }
            await events.Correct(half.EventId, Module, time, planLine);
        }
        half.Change(words);
    });

    /// <summary>Takes back what was recorded by mistake, both halves and the reading list; an event that was taken up stands in the
    /// calendar as before.</summary>
    /// <returns>False when the event stays, and with it the record.</returns>
    public Task<bool> Remove(Guid id) => work.Do(async () =>
    {
        var activity = await db.Activities.SingleAsync(a => a.Id == id);
        if (!await events.TakeBack(activity.EventId)) { return false; }
        db.RemoveRange(await db.Reading.Where(t => t.ActivityId == id).ToListAsync());
        db.Remove(activity);
        return true;
    });
}

/// <summary>What the library itself says of an activity.</summary>
internal sealed record ActivityWords(string Room, string Language, string Partner);

internal sealed record NewActivity
{
    /// <summary>One of <see cref="Activity.Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Null: as cafés are called.</summary>
    public string? Title { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Start { get; init; }
    public required TimeOnly End { get; init; }
    public required string Room { get; init; }
    public required string Language { get; init; }
    public required string Partner { get; init; }
    public required Headcount Attended { get; init; }
    public Guid? PlanLine { get; init; }
}

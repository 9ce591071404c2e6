using Loim.Events;

namespace Rakvere.Library;

/// <summary>Writes the two halves of a café as one.</summary>
[Scoped]
internal sealed class CafeBook(LibraryDb db, IEvents events, Work work, LibrarySettings settings)
{
    /// <exception cref="EventRefusedException">The event breaks a rule; neither half is written.</exception>
    public Task<Guid> Enter(NewCafe it) => work.Do(async () =>
    {
        var id = await events.Record(new NewEvent
        {
            Kind = EventKind.LanguageCafe,
            Title = settings.Title,
            Day = it.Day,
            Start = it.Start,
            End = it.End,
            Venue = it.Room,
            Organiser = settings.Organiser,
            PlanLine = it.PlanLine,
            Attended = it.Attended,
            JointWith = "library",
        });
        db.Add(new Cafe { EventId = id, Room = it.Room, Language = it.Language, Returning = it.Returning });
        return id;
    });
}

internal sealed record NewCafe
{
    public required DateOnly Day { get; init; }
    public required TimeOnly Start { get; init; }
    public required TimeOnly End { get; init; }
    public required string Room { get; init; }
    public required string Language { get; init; }
    public required Headcount Attended { get; init; }
    public required int Returning { get; init; }
    public Guid? PlanLine { get; init; }
}

using Loim.Data;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events;

/// <summary>A draft is seen where events are planned, and nowhere else.</summary>
public enum EventState { Published, Held, Cancelled, Draft }

/// <summary>An event as other modules see it; the view <c>events_cards</c>; drafts are not in it. Seen by those who have <c>events.read</c>.</summary>
public sealed class EventCard
{
    public Guid Id { get; init; }

    /// <summary>One of <see cref="EventKind.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>As it was written; <see cref="Name"/> is for readers.</summary>
    public required string Title { get; init; }
    internal IReadOnlyDictionary<string, EventWords> Words { get; init; } = new Dictionary<string, EventWords>();
    public DateOnly Day { get; init; }
    public TimeOnly Start { get; init; }
    public TimeOnly End { get; init; }
    public required string Venue { get; init; }
    public Guid? PlanLine { get; init; }
    public EventState State { get; init; }

    /// <summary>The module that keeps a record of its own beside this one; null: none does.</summary>
    public string? JointWith { get; init; }

    /// <summary>Null until the event is held, as is <see cref="Locals"/>.</summary>
    public int? Newcomers { get; init; }
    public int? Locals { get; init; }

    /// <summary>How many of them had been to an event before; null where nobody asked.</summary>
    public int? Returning { get; init; }

    /// <summary>The title in the language of the page.</summary>
    public EventName Name() => new(Title, Words);
}

public static class EventCards
{
    /// <summary>Maps <see cref="EventCard"/> into another module's tables, with its access filter. Needs <c>Requires</c> of events.</summary>
    public static void SeesEvents(this ModelBuilder model, ModuleDb db) => model.Entity<EventCard>(card =>
    {
        card.ToView("events_cards").HasQueryFilter(Conventions.Access, e => db.Viewer.IsHouse || db.Viewer.Can("events.read"));
        card.Property(e => e.Words).AsJson();
    });
}

using Loim.Events;

namespace Rakvere.Library.Activities;

/// <summary>Both halves of an activity, as lists show them.</summary>
internal sealed record ActivityRow(Guid Id, DateOnly Day, TimeOnly Start, string Kind, EventName Name, string Room, string Language, int Newcomers, int Locals, int Returning, int Titles);

internal static class ActivityRows
{
    private const int DaysBack = 60;

    /// <summary>What stands in the calendar, is over, and is no activity yet; newest first.</summary>
    public static IQueryable<EventCard> Planned(this LibraryDb db, DateTimeOffset now)
    {
        var (today, clock) = Wall(now);
        return from planned in db.Set<EventCard>()
               where planned.JointWith == null && (planned.State == EventState.Held || planned.State == EventState.Published && (planned.Day < today || planned.End <= clock))
                   && planned.Day <= today && planned.Day >= today.AddDays(-DaysBack) && Activity.Kinds.Contains(planned.Kind)
               orderby planned.Day descending, planned.Start descending
               select planned;
    }

    /// <summary>Newest first.</summary>
    public static IQueryable<ActivityRow> Rows(this LibraryDb db, string? kind) =>
        from activity in db.Activities
        join held in db.Set<EventCard>() on activity.EventId equals held.Id
        where string.IsNullOrEmpty(kind) || held.Kind == kind
        orderby held.Day descending, held.Start descending
        select new ActivityRow(activity.Id, held.Day, held.Start, held.Kind, held.Name(), activity.Room, activity.Language,
            held.Newcomers ?? 0, held.Locals ?? 0, held.Returning ?? 0, db.Reading.Count(t => t.ActivityId == activity.Id));

    private static (DateOnly Day, TimeOnly Clock) Wall(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Days.Zone).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}

using Rakvere.Library.Courses.Learners;

namespace Rakvere.Library.Courses;

/// <summary>A digital-skills course of several meetings. When it is over it stands among the events as one, counted once.</summary>
/// <remarks>Source: RKV-09.</remarks>
internal sealed class Course
{
    public const int MostPlaces = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Title { get; private set; } = "";
    public string Language { get; private set; } = "";
    public string Room { get; private set; } = "";
    public DateOnly From { get; private set; }

    /// <summary>Day of the last meeting.</summary>
    public DateOnly Until { get; private set; }
    public int Places { get; private set; }
    public Guid? PlanLine { get; private set; }
    public DateOnly? FinishedOn { get; private set; }

    /// <summary>The joint record that it became.</summary>
    public Guid? ActivityId { get; private set; }

    public static Course Open(CoursePlan plan)
    {
        var course = new Course();
        course.Change(plan);
        return course;
    }

    /// <exception cref="InvalidOperationException">It is finished: as what it took place stands among the events.</exception>
    public void Change(CoursePlan plan)
    {
        if (FinishedOn is not null) { throw new InvalidOperationException($"Course {Id} was finished on {FinishedOn:O}."); }
        (Title, Language, Room, From, Until, Places, PlanLine) = (plan.Title, plan.Language, plan.Room, plan.From, plan.Until, plan.Places, plan.PlanLine);
    }

    public bool TakesLearners(int learners) => FinishedOn is null && learners < Places;

    /// <summary>Somebody stayed, and all who did were checked again.</summary>
    public bool MayFinish(IReadOnlyCollection<Learner> learners) => FinishedOn is null && learners.Any(l => !l.Left) && !learners.Any(l => l.IsOpen);

    public void Finish(DateOnly day, Guid activity) => (FinishedOn, ActivityId) = (day, activity);

    /// <summary>It was ended by mistake, or with a wrong outcome: its learners can be corrected again.</summary>
    /// <exception cref="InvalidOperationException">It runs.</exception>
    public void Reopen()
    {
        if (FinishedOn is null) { throw new InvalidOperationException($"Course {Id} is not finished."); }
        (FinishedOn, ActivityId) = (null, null);
    }
}

/// <summary>What is laid down of a course before it is over.</summary>
internal sealed record CoursePlan(string Title, string Language, string Room, DateOnly From, DateOnly Until, int Places, Guid? PlanLine);

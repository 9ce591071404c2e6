using Rakvere.Library.Courses.Learners;

namespace Rakvere.Library.Courses;

/// <summary>A digital-skills course of several meetings. When it is over it stands among the events as one, counted once.</summary>
/// <remarks>Source: RKV-09.</remarks>
internal sealed class Course
{
    public const int MostPlaces = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public required string Language { get; set; }
    public required string Room { get; set; }
    public required DateOnly From { get; set; }

    /// <summary>Day of the last meeting.</summary>
    public required DateOnly Until { get; set; }
    public required int Places { get; set; }
    public Guid? PlanLine { get; set; }
    public DateOnly? FinishedOn { get; private set; }

    /// <summary>The joint record that it became.</summary>
    public Guid? ActivityId { get; private set; }

    public bool TakesLearners(int learners) => FinishedOn is null && learners < Places;

    /// <summary>Somebody stayed, and all who did were checked again.</summary>
    public bool MayFinish(IReadOnlyCollection<Learner> learners) => FinishedOn is null && learners.Any(l => !l.Left) && !learners.Any(l => l.IsOpen);

    public void Finish(DateOnly day, Guid activity) => (FinishedOn, ActivityId) = (day, activity);
}

namespace Rakvere.Library.Courses;

/// <summary>Learners who stayed until the end of a course, by the level that they reached.</summary>
internal sealed class LearnersFigure(LibraryDb db) : IIndicator
{
    public string Code => "library.learners";
    public Aggregate Aggregate => Aggregate.Count;
    public IQueryable<Evidence> Evidence(Period period) => db.Finished(period, improved: false);
}

/// <summary>Those of them who reached a higher level than they began with.</summary>
internal sealed class ImprovedFigure(LibraryDb db) : IIndicator
{
    public string Code => "library.improved";
    public Aggregate Aggregate => Aggregate.Count;
    public IQueryable<Evidence> Evidence(Period period) => db.Finished(period, improved: true);
}

internal static class FinishedCourses
{
    public static IQueryable<Evidence> Finished(this LibraryDb db, Period period, bool improved) =>
        from learner in db.Learners
        join course in db.Courses on learner.CourseId equals course.Id
        where learner.OutcomeLevel != null && course.FinishedOn >= period.From && course.FinishedOn < period.Until && (!improved || learner.OutcomeLevel > learner.EntryLevel)
        select new Evidence
        {
            Id = learner.Id,
            On = course.FinishedOn!.Value,
            Name = course.Title,
            Kind = learner.OutcomeLevel == SkillLevel.Starter ? "level.Starter" : learner.OutcomeLevel == SkillLevel.Basic ? "level.Basic" : "level.Independent",
            PlanLine = course.PlanLine,
            Href = "/library/courses/" + course.Id,
        };
}

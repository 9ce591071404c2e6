using Loim.Events;
using Rakvere.Library.Activities;
using Rakvere.Library.Courses.Learners;

namespace Rakvere.Library.Courses;

/// <summary>Gives places on courses, and ends them.</summary>
[Scoped]
internal sealed class CourseBook(House<LibraryDb> house, ActivityBook activities, LibrarySettings settings, Work work)
{
    /// <returns>Null when the last place went meanwhile, or the course is over.</returns>
    public Task<Learner?> Enrol(Guid course, string language, bool local, IReadOnlyList<string> skills) => work.Do(async () =>
    {
        var it = await house.Db.Courses.SingleAsync(c => c.Id == course);
        var numbers = await house.Db.Learners.Where(l => l.CourseId == course).Select(l => l.Number).ToListAsync();
        if (!it.TakesLearners(numbers.Count)) { return null; }
        var learner = Learner.On(course, numbers.DefaultIfEmpty().Max() + 1, language, local, skills);
        house.Db.Add(learner);
        return learner;
    });

    /// <returns>False when somebody was not checked yet, or it is over already.</returns>
    /// <exception cref="EventRefusedException">The event breaks a rule, or lies ahead; the course goes on.</exception>
    public Task<bool> Finish(Guid course, DateOnly day, TimeOnly start, TimeOnly end) => work.Do(async () =>
    {
        var it = await house.Db.Courses.SingleAsync(c => c.Id == course);
        var learners = await house.Db.Learners.Where(l => l.CourseId == course).ToListAsync();
        if (!it.MayFinish(learners)) { return false; }
        var stayed = learners.Where(l => !l.Left).ToList();
        it.Finish(day, await activities.Enter(new NewActivity
        {
            Kind = EventKind.Course, Title = it.Title, Day = day, Start = start, End = end, Room = it.Room, Language = it.Language, Partner = settings.Partner,
            Attended = new(stayed.Count(l => !l.IsLocal), stayed.Count(l => l.IsLocal)), PlanLine = it.PlanLine,
        }));
        return true;
    });

    /// <summary>Takes back the joint record that it became.</summary>
    /// <returns>False when the event stays, and the course with it; or when it is open already.</returns>
    public Task<bool> Reopen(Guid course) => work.Do(async () =>
    {
        var it = await house.Db.Courses.SingleAsync(c => c.Id == course);
        if (it.ActivityId is not { } activity || !await activities.Remove(activity)) { return false; }
        it.Reopen();
        return true;
    });
}

using Loim.Modules;

namespace Loim.Programme.Partnership;

/// <summary>Coordinator posts that are filled on the last day of the period, or today where it is not over, while an agreement is in force.</summary>
[ContributesTo("coordinators", AsOne = true)]
internal sealed class CoordinatorPosts(ProgrammeDb db, TimeProvider time) : IIndicator
{
    public string Code => "programme.coordinator-posts";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period)
    {
        var (last, today) = (period.Until.AddDays(-1), time.Today());
        var day = last < today ? last : today;
        return from post in db.Posts
               where post.IsCoordinator && !post.IsVoid && post.From <= day && (post.Until == null || post.Until >= day)
                   && db.Agreements.Any(a => !a.IsVoid && a.From <= day && a.Until >= day)
               select new Evidence { Id = post.Id, On = post.From, Name = post.Role, PlanLine = post.LineId, Href = "/programme/partnership" };
    }
}

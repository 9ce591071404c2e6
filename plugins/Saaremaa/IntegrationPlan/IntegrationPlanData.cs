using System.Runtime.CompilerServices;
using Saaremaa.IntegrationPlan.Plans;
using Saaremaa.IntegrationPlan.Questions;
using Saaremaa.IntegrationPlan.Steps;

namespace Saaremaa.IntegrationPlan;

internal sealed class IntegrationPlanData(House<IntegrationPlanDb> house, Reading reading) : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("data.plan", TimeSpan.FromDays(5 * 365), "data.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Plans.Where(p => p.PersonId != null && p.ReviewOn < day), p => Forget([p], default));
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var plan in await house.Db.Plans.AsNoTracking().Where(p => p.PersonId == person).OrderBy(p => p.MadeOn).ToListAsync(ct))
        {
            var answers = await house.Db.Answers.AsNoTracking().Where(a => a.PlanId == plan.Id).ToListAsync(ct);
            yield return new("data.plan", plan.MadeOn, answers.ToDictionary(a => $"question.{a.Question}", a => reading.Open(person, a.Text, Answer.Place(a.Id))));
            foreach (var goal in await house.Db.Goals.AsNoTracking().Where(g => g.PlanId == plan.Id).OrderBy(g => g.Id).ToListAsync(ct))
            {
                yield return new("data.goal", plan.MadeOn, new Dictionary<string, string?> { ["goal"] = reading.Open(person, goal.Text, Goal.Place(goal.Id)) });
            }
            foreach (var step in await house.Db.Steps.AsNoTracking().Where(s => s.PlanId == plan.Id).OrderBy(s => s.DueOn).ToListAsync(ct))
            {
                yield return new("data.step", step.DueOn, new Dictionary<string, string?>
                {
                    ["step"] = reading.Open(person, step.Text, Step.Place(step.Id)),
                    ["doer"] = step.Doer.ToString(),
                    ["done"] = step.DoneOn is { } on ? $"{on:yyyy-MM-dd}" : null,
                });
            }
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var plans = await house.Db.Plans.Where(p => p.PersonId == person).ToListAsync(ct);
        await Forget(plans, ct);
        return plans.Count;
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) =>
        await house.Db.Plans.Where(p => p.PersonId != null && p.ReviewOn >= day).Select(p => p.PersonId!.Value).Distinct().ToListAsync(ct);

    private async Task Forget(List<Plan> plans, CancellationToken ct)
    {
        var ids = plans.ConvertAll(p => p.Id);
        plans.ForEach(p => p.Forget());
        house.Db.RemoveRange(await house.Db.Answers.Where(a => ids.Contains(a.PlanId)).ToListAsync(ct));
        foreach (var goal in await house.Db.Goals.Where(g => ids.Contains(g.PlanId)).ToListAsync(ct)) { goal.Text = Secret.Of(""); }
        foreach (var step in await house.Db.Steps.Where(s => ids.Contains(s.PlanId)).ToListAsync(ct)) { step.Text = Secret.Of(""); }
    }
}

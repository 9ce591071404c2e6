using Loim.Accounts.Staff;
using Loim.People;
using Loim.Programme;
using Saaremaa.IntegrationPlan.Copies;
using Saaremaa.IntegrationPlan.Plans;
using Saaremaa.IntegrationPlan.Questions;

namespace Saaremaa.IntegrationPlan;

/// <summary>Plans of the spring by the first questionnaire, of the summer by the second, made by those who may make plans; a link to a copy waits in the outbox.</summary>
internal sealed class IntegrationPlanDemonstration(IntegrationPlanDb db, IntegrationPlanSettings settings, IColleagues colleagues, CopyLetters letters, Deployment deployment, Work work) : IDemonstration
{
    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var makers = await colleagues.With("integration-plan.write");
        var cards = await db.Set<PersonCard>().AsNoTracking().OrderBy(c => c.Id).Skip(8).Take(Math.Min(9, scenery.People)).ToListAsync(ct);
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup && l.Code == settings.PlanLine)
            .Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        var isSent = false;
        foreach (var (index, card) in cards.Index())
        {
            var on = Scenery.Workday(new DateOnly(scenery.Year, 2, 3).AddDays(23 * index));
            if (on >= scenery.Today) { break; }
            var by = makers.Count == 0 ? Guid.CreateVersion7() : makers[index % makers.Count].Account;
            var language = card.Language switch { SpokenLanguage.Russian => "ru", SpokenLanguage.English or SpokenLanguage.Other => "en", SpokenLanguage.Estonian => "et", _ => "uk" };
            var plan = Plan.Make(card.Id, on.Month < 6 ? 1 : Questionnaire.Current, language, by, on, Scenery.Workday(on.AddMonths(settings.ReviewMonths)), line);
            db.Add(plan);
            Fill(plan, index, scenery);
            if (language == "uk" && !isSent) { await letters.Send(plan, "minu.kava@naide.example"); isSent = true; }
        }
    });

    private void Fill(Plan plan, int index, Scenery scenery)
    {
        var talk = InventedTalk.In(plan.Language, index);
        foreach (var question in Questionnaire.Versions[plan.Questions]) { db.Add(plan.Answer(question, talk.Said[question])!); }
        foreach (var (place, (aim, steps)) in talk.Aims.Take(1 + index % talk.Aims.Length).Index())
        {
            var goal = plan.Aim(aim);
            db.Add(goal);
            foreach (var (number, (text, doer)) in steps.Index())
            {
                var step = goal.Take(text, doer, Scenery.Workday(plan.MadeOn.AddDays(30 + 40 * number + 9 * place)));
                if (step.DueOn < scenery.Today.AddDays(-10) && (index + number) % 4 != 3) { step.Done(Scenery.Workday(step.DueOn.AddDays(-3))); }
                db.Add(step);
            }
        }
    }
}

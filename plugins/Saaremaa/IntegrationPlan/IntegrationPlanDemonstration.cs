using Loim.Accounts.Staff;
using Loim.People;
using Loim.Programme;
using Saaremaa.IntegrationPlan.Plans;
using Saaremaa.IntegrationPlan.Questions;
using Saaremaa.IntegrationPlan.Steps;

namespace Saaremaa.IntegrationPlan;

/// <summary>Plans of the spring by the first questionnaire, of the summer by the second, made by those who may make plans.</summary>
internal sealed class IntegrationPlanDemonstration(IntegrationPlanDb db, IntegrationPlanSettings settings, IColleagues colleagues, Deployment deployment, Work work) : IDemonstration
{
    private static readonly Dictionary<string, string[]> Said = new()
    {
        ["wishes"] = ["Tahan aasta pärast teha oma erialast tööd.", "Soovin, et lapsed oleksid siin kodus."],
        ["languages"] = ["Räägin ukraina ja vene keelt, eesti keeles oskan tervitada.", "Sain A2 eksami tehtud, tahan edasi õppida."],
        ["work"] = ["Töötan köögis osalise ajaga; varem olin raamatupidaja.", "Otsin tööd, sobiks vahetustega töö Kuressaares."],
        ["studies"] = ["Kõrgharidus, diplom on tunnustamata.", "Lõpetasin kutsekooli."],
        ["housing"] = ["Üürin korterit, leping kestab kevadeni.", "Elan tuttavate juures maal."],
        ["family"] = ["Kaks last koolis, abikaasa töötab.", "Olen siin üksi."],
        ["e-services"] = ["ID-kaart on olemas, PIN-koode ei ole kasutanud."],
        ["community"] = ["Laulan kooris, sõpru on vähe."],
    };

    private static readonly (string Goal, (string Step, Doer Doer)[] Steps)[] Aims =
    [
        ("Eesti keel tasemele B1", [("Registreerun kursusele", Doer.Person), ("Leiame keelesõbra", Doer.Municipality), ("Käin keelekohvikus", Doer.Person)]),
        ("Erialane töö", [("Diplomi tunnustamise taotlus", Doer.Person), ("Karjäärinõustamine", Doer.Partner)]),
        ("Kindel kodu", [("Üürilepingu ülevaatamine", Doer.Municipality)]),
    ];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var makers = await colleagues.With("integration-plan.write");
        var cards = await db.Set<PersonCard>().AsNoTracking().OrderBy(c => c.Id).Skip(8).Take(Math.Min(9, scenery.People)).ToListAsync(ct);
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup && l.Code == settings.PlanLine)
            .Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        foreach (var (index, card) in cards.Index())
        {
            var on = new DateOnly(scenery.Year, 2, 3).AddDays(23 * index);
            if (on >= scenery.Today) { break; }
            var by = makers.Count == 0 ? Guid.CreateVersion7() : makers[index % makers.Count].Account;
            var language = card.Language switch { SpokenLanguage.Russian => "ru", SpokenLanguage.English or SpokenLanguage.Other => "en", SpokenLanguage.Estonian => "et", _ => "uk" };
            var plan = Plan.Make(card.Id, on.Month < 6 ? 1 : Questionnaire.Current, language, by, on, on.AddMonths(settings.ReviewMonths), line);
            db.Add(plan);
            Fill(plan, index, scenery);
        }
    });

    private void Fill(Plan plan, int index, Scenery scenery)
    {
        foreach (var question in Questionnaire.Versions[plan.Questions]) { db.Add(plan.Answer(question, Said[question][index % Said[question].Length])!); }
        foreach (var (aim, steps) in Aims.Take(1 + index % Aims.Length))
        {
            var goal = plan.Aim(aim);
            db.Add(goal);
            foreach (var (number, (text, doer)) in steps.Index())
            {
                var step = goal.Take(text, doer, plan.MadeOn.AddDays(30 + 40 * number));
                if (step.DueOn < scenery.Today.AddDays(-10) && (index + number) % 4 != 3) { step.Done(step.DueOn.AddDays(-3)); }
                db.Add(step);
            }
        }
    }
}

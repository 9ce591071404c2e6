using Loim.People;
using Loim.Programme;
using Tallinn.MentalHealth.Referrals;
using Tallinn.MentalHealth.Sessions;

namespace Tallinn.MentalHealth;

/// <summary>The demonstration's specialist has clients, and another, whom no account plays, has some whom nobody sees;
/// two referrals wait in the queue, the work with the first ones has ended.</summary>
internal sealed class MentalHealthDemonstration(MentalHealthDb db, MentalHealthSettings settings, Deployment deployment, Work work) : IDemonstration
{
    private static readonly string[] Needs =
    [
        "Uni on häiritud, kodust kaasas sõjakogemus.",
        "Kurnatus pärast kolimist, soovib rääkida oma keeles.",
        "Ärevus enne tööle asumist.",
        "Lein; perekond elab mujal.",
    ];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var cards = await db.Set<PersonCard>().AsNoTracking().Where(c => c.Language != SpokenLanguage.Estonian).OrderBy(c => c.Id).Take(Math.Min(8, scenery.People)).ToListAsync(ct);
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup && l.Code == settings.PlanLine)
            .Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        var (specialist, colleague, referrer) = (Scenery.AccountOf("specialist"), Scenery.AccountOf("colleague"), Scenery.AccountOf("case-manager"));
        foreach (var (index, card) in cards.Index())
        {
            var isWaiting = index < 2;
            var sentOn = Scenery.Workday(isWaiting ? scenery.Today.AddDays(-3 - 6 * index) : new DateOnly(scenery.Year, 1, 13).AddDays(35 * (index - 2)));
            var sent = Days.Instant(sentOn, new(10, 15));
            var referral = Referral.Send(card.Id, Needs[index % Needs.Length], card.Language, referrer, sent, index % 2 == 0 ? "+372 5555 0110, pärast kella 16" : null);
            db.Add(referral);
            if (isWaiting) { continue; }
            var treating = index % 3 == 1 ? colleague : specialist;
            referral.Accept(treating, sent.AddDays(scenery.Random.Next(2, 15)));
            for (var day = sentOn.AddDays(16); day < scenery.Today && day < sentOn.AddDays(120); day = day.AddDays(14))
            {
                db.Add(referral.Meet(treating, Scenery.Workday(day), settings.Minutes, line));
            }
            if (sentOn.AddDays(150) < scenery.Today) { referral.Close(); }
        }
        for (var day = new DateOnly(scenery.Year, 2, 6); day < scenery.Today; day = day.AddDays(21))
        {
            db.Add(new GroupSession
            {
                Specialist = specialist, Group = day.Month % 2 == 0 ? "Emade tugirühm" : "Tööotsijate rühm", Day = Scenery.Workday(day), Minutes = day.Month % 2 == 0 ? 90 : 60, Participants = scenery.Random.Next(4, 11), PlanLine = line,
                Language = day.Month % 2 == 0 ? SpokenLanguage.Ukrainian : SpokenLanguage.Russian,
            });
        }
    });
}

using Loim.People;
using Loim.Programme;
using Tallinn.Interpreters.Orders;

namespace Tallinn.Interpreters;

/// <summary>An order every two weeks, the last of them still on their way, one for an event, one cancelled.</summary>
internal sealed class InterpretersDemonstration(InterpretersDb db, InterpretersSettings settings, Deployment deployment, Work work) : IDemonstration
{
    private static readonly string[] Places = ["Perearstikeskus", "Töötukassa", "Kooli nõupidamisruum", "Rändekeskus"];
    private static readonly string[] Topics = ["Perearsti vastuvõtt", "Töötuna arvelevõtmine", "Arenguvestlus koolis", "Elukoha registreerimine"];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var cards = (await db.Set<PersonCard>().AsNoTracking().OrderBy(c => c.Id).Take(100).ToListAsync(ct))
            .Where(c => Entitlement.Of(c.Basis, settings) == Verdict.Entitled && c.Language != SpokenLanguage.Estonian).Take(12).ToList();
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup && l.Code == settings.PlanLine)
            .Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        var by = Scenery.AccountOf("case-manager");
        foreach (var (index, card) in cards.Index())
        {
            var day = scenery.Today.AddDays(23 - 14 * index);
            var at = Days.Instant(day.AddDays(-10), new(11, 20));
            var wanted = new Wanted(Topics[index % 4], day, new(10 + index % 5, 0), 60, ["et", LanguageOf(card.Language)], Places[index % 4]);
            var order = index % 5 == 4
                ? InterpreterOrder.ForEvent("Infotund lapsevanematele", wanted with { Topic = "" }, by, at)
                : InterpreterOrder.ForPerson(card.Id, Entitlement.Of(card.Basis, settings), wanted, by, at);
            db.Add(order);
            if (index > 0) { Arrange(order, index, line, scenery); }
        }
    });

    private static void Arrange(InterpreterOrder order, int index, Guid? line, Scenery scenery)
    {
        if (index == 3) { order.Cancel("Kohtumine lükkus edasi"); return; }
        order.Offer("Põhjala Tõlked OÜ", 45_00 + 5_00 * (index % 3), line);
        if (index == 1) { return; }
        order.Confirm(order.OrderedAt.AddDays(2));
        if (order.MayBeDone(scenery.Today) && index > 2) { order.Complete(order.Minutes + 15 * (index % 3), order.OfferedCents!.Value, line, scenery.Today); }
    }

    private static string LanguageOf(SpokenLanguage language) => language switch
    {
        SpokenLanguage.Ukrainian => "uk", SpokenLanguage.Russian => "ru", SpokenLanguage.English => "en", _ => "ar",
    };
}

using Loim.People;
using Loim.Programme;
using Tallinn.Interpreters.Orders;

namespace Tallinn.Interpreters;

/// <summary>An order every two weeks, the last of them still on their way, one for an event, one cancelled.</summary>
internal sealed class InterpretersDemonstration(InterpretersDb db, InterpretersSettings settings, Deployment deployment, Work work) : IDemonstration
{
    private static readonly (string Place, string Topic, int Minutes)[] Meetings =
        [("Perearstikeskus", "Perearsti vastuvõtt", 45), ("Töötukassa", "Töötuna arvelevõtmine", 60), ("Kooli nõupidamisruum", "Arenguvestlus koolis", 30), ("Rändekeskus", "Elukoha registreerimine", 60)];

    private static readonly (string Occasion, string Place, string Topic)[] Occasions =
        [("Infotund lapsevanematele", "Rändekeskus", "Lasteaiakoha taotlemine"), ("Kogukonnaõhtu", "Kogukonnaruum", "Kuidas jäätmeid sorteerida")];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var cards = (await db.Set<PersonCard>().AsNoTracking().OrderBy(c => c.Id).Take(100).ToListAsync(ct))
            .Where(c => Entitlement.Of(c.Basis, settings) == Verdict.Entitled && c.Language != SpokenLanguage.Estonian).Take(12).ToList();
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup && l.Code == settings.PlanLine)
            .Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        var by = Scenery.AccountOf("case-manager");
        foreach (var (index, card) in cards.Index())
        {
            var day = Scenery.Workday(scenery.Today.AddDays(23 - 13 * index));
            var at = Days.Instant(Scenery.Workday(day.AddDays(-26)), new(11, 20));
            var (place, topic, minutes) = Meetings[index % Meetings.Length];
            var wanted = new Wanted(topic, day, new(9 + index * 3 % 7, index % 2 * 30), minutes, ["et", LanguageOf(card.Language)], place);
            var order = index % 5 == 4
                ? ForEvent(Occasions[index / 5 % Occasions.Length], wanted, by, at)
                : InterpreterOrder.ForPerson(card.Id, Entitlement.Of(card.Basis, settings), wanted, by, at);
            db.Add(order);
            if (index > 0) { Arrange(order, index, line, scenery); }
        }
    });

    private static InterpreterOrder ForEvent((string Occasion, string Place, string Topic) it, Wanted wanted, Guid by, DateTime at) =>
        InterpreterOrder.ForEvent(it.Occasion, wanted with { Place = it.Place, Topic = it.Topic, Minutes = 90 }, by, at);

    private static void Arrange(InterpreterOrder order, int index, Guid? line, Scenery scenery)
    {
        if (index == 3) { order.Cancel("Kohtumine lükkus edasi"); return; }
        order.Offer("Põhjala Tõlked OÜ", order.Minutes * 85L, line);
        if (index == 1) { return; }
        order.Confirm(order.OrderedAt.AddDays(2));
        if (order.MayBeDone(scenery.Today) && index > 2) { order.Complete(order.Minutes + 15 * (index % 3), (order.Minutes + 15 * (index % 3)) * 85L, line, scenery.Today); }
    }

    private static string LanguageOf(SpokenLanguage language) => language switch
    {
        SpokenLanguage.Ukrainian => "uk", SpokenLanguage.Russian => "ru", SpokenLanguage.English => "en", _ => "ar",
    };
}

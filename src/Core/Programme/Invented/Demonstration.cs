using Loim.Data;
using Loim.Modules;
using Loim.Programme.Import;
using Loim.Programme.Order;
using Loim.Programme.Planning;
using Loim.Programme.Spendings;

namespace Loim.Programme.Invented;

/// <summary>The real plan of 2025 from the folder <c>data</c> beside the program, and invented spending and stories on the own lines.</summary>
internal sealed class Demonstration(PlanImport import, IndicatorFile indicators, OwnPlans plans, DemonstrationStories stories, DemonstrationPartnership partnership, ProgrammeDb db, Work work) : IDemonstration
{
    /// <summary>By the kind of activity, which is the fifth number of a line's code: involving people, services, communication, networks, journeys.</summary>
    private static readonly string[][] Bought =
    [
        ["Ruumi rent", "Toitlustus", "Koolitaja tasu", "Transport", "Lapsehoid"],
        ["Nõustaja tasu", "Tõlketeenus", "Õppematerjalid", "Rühmatöö juhendaja tasu"],
        ["Trükitööd", "Kujundustööd", "Tõlketööd", "Fotod"],
        ["Toitlustus", "Ruumi rent", "Transport"],
        ["Koolitaja tasu", "Transport"],
    ];

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        var (folder, order) = (Path.Combine(AppContext.BaseDirectory, "data"), new PlanOrder("68", new(2025, 3, 25)));
        await using var file = File.OpenRead(Path.Combine(folder, "activity-plan-2025.csv"));
        await import.Import(PlanFile.Read(file), order);
        await using var records = File.OpenRead(Path.Combine(folder, "indicator-records-2025.csv"));
        await indicators.Import(records, order);
        if (await plans.Of(scenery.Year) is not { } plan) { return; }
        var leaves = plan.Lines.Where(l => !l.IsGroup && l.BudgetCents > 0).ToList();
        var smallest = leaves.MinBy(l => l.BudgetCents);
        await work.Do(() => db.AddRange(leaves.SelectMany(line => line.Code.Length == 0 ? Salaries(line, scenery) : Purchases(line, line == smallest, scenery))));
        await stories.Add(plan, scenery);
        await using var partners = File.OpenRead(Path.Combine(folder, "partners-2025.csv"));
        await partnership.Add(partners, plan, scenery);
    }

    private static IEnumerable<Spending> Salaries(PlanLine line, Scenery scenery)
    {
        foreach (var month in Enumerable.Range(1, 12))
        {
            var day = Scenery.Workday(new DateOnly(scenery.Year, month, DateTime.DaysInMonth(scenery.Year, month)));
            if (day <= scenery.Today) { yield return Paid(line, day, line.BudgetCents / 12, "Palgakulu", $"palgaleht {month:00}"); }
        }
    }

    /// <summary>About as much as the elapsed time suggests; the last order is still bound. One line runs over.</summary>
    private static IEnumerable<Spending> Purchases(PlanLine line, bool isOver, Scenery scenery)
    {
        var (start, random) = (new DateOnly(scenery.Year, 1, 1), scenery.Random);
        var kinds = Bought[line.Code.Split('.') is [_, _, _, _, var kind, ..] && int.TryParse(kind, out var n) && n <= Bought.Length ? n - 1 : 0];
        var elapsed = scenery.Today.DayNumber - start.DayNumber;
        if (elapsed < 30) { yield break; }
        var days = Enumerable.Range(0, random.Next(6, 11)).Select(_ => Scenery.Workday(start.AddDays(random.Next(14, elapsed)))).Order().ToList();
        var share = isOver ? 1.06 : (0.3 + 0.7 * random.NextDouble()) * elapsed / 365;
        foreach (var day in days)
        {
            var cents = (long)(line.BudgetCents * share / days.Count * (0.9 + 0.2 * random.NextDouble()));
            var bought = kinds[random.Next(kinds.Length)];
            if (day == days[^1]) { yield return Committed(line, day, isOver ? line.BudgetCents / 5 : cents, bought, $"tellimus T-{day:MMdd}"); }
            else { yield return Paid(line, day, cents, bought, $"arve A-{day:MMdd}"); }
        }
    }

    private static Spending Paid(PlanLine line, DateOnly day, long cents, string what, string document)
    {
        var spending = Committed(line, day, cents, what, document);
        spending.Pay(day, cents);
        return spending;
    }

    private static Spending Committed(PlanLine line, DateOnly day, long cents, string what, string document) => new()
    {
        LineId = line.Id, CommittedOn = day, CommittedCents = cents, Description = what, Document = document, By = Guid.Empty, At = Days.Instant(day, new(11, 20)),
    };
}

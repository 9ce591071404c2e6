using Loim.Data;
using Loim.Modules;
using Loim.Programme.Planning;
using Loim.Programme.Quarters;
using Loim.Programme.Quarters.InterimReports;
using Loim.Programme.Spendings;

namespace Loim.Programme.Invented;

/// <summary>The quarters that are over are submitted, the first is accepted; an invoice of the second came late. Made of what all
/// modules have invented, and so after them.</summary>
internal sealed class DemonstrationReports(OwnPlans plans, QuarterReports reports, InterimReportBook book, ProgrammeDb db, Work work) : IDemonstration
{
    public bool IsLast => true;

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        var coordinator = Scenery.AccountOf("coordinator");
        foreach (var (quarter, after) in new[] { (Period.Quarter(scenery.Year, 1), 22), (Period.Quarter(scenery.Year, 2), 1) }.Where(q => q.Item1.Until.AddDays(40) <= scenery.Today))
        {
            if (await reports.Of(quarter.ToString()) is not { } report) { return; }
            await book.Submit(report, coordinator, Days.Instant(Scenery.Workday(quarter.Until.AddDays(after)), new(15, 15)));
            if (quarter.QuarterNumber == 1) { await Accept(quarter, coordinator); } else { await BillLate(quarter, coordinator); }
        }
    }

    private async Task Accept(Period quarter, Guid coordinator)
    {
        var (report, day) = ((await book.Of(quarter.From))[0], Scenery.Workday(quarter.Until.AddDays(37)));
        await work.Do(() => report.Accept(ReportReader.Implementer, day, $"kiri {day:ddMM}-1", coordinator, Days.Instant(day, new(15, 0))));
    }

    private async Task BillLate(Period quarter, Guid coordinator)
    {
        if ((await plans.Of(quarter.From.Year))?.Lines.Where(l => !l.IsGroup && l.Code.Length > 0).MaxBy(l => l.BudgetCents) is not { } line) { return; }
        var day = Scenery.Workday(quarter.Until.AddDays(-3));
        var late = new Spending
        {
            LineId = line.Id, CommittedOn = day, CommittedCents = 248_00, Description = "Tõlketeenus", Document = $"arve A-{day:MMdd}-2", By = coordinator,
            At = Days.Instant(Scenery.Workday(quarter.Until.AddDays(20)), new(9, 40)),
        };
        late.Pay(day, late.CommittedCents);
        await work.Do(() =>
        {
            db.Add(late);
            work.Record(new SpendingRecorded(late.Id));
        });
    }
}

using Loim.Modules;
using Loim.Programme.Indicators;
using Loim.Programme.Quarters.InterimReports;
using Loim.Web;

namespace Loim.Programme.Quarters.Files;

/// <summary>The report as a spreadsheet: lines with their stories, work by line, and every payment of the quarter;
/// where it was submitted, which version that is and whether the records still say the same.</summary>
[Scoped]
internal sealed class QuarterWorkbook(Texts texts, IndicatorWords words)
{
    private readonly Wording t = texts.Of(typeof(ProgrammeModule));

    /// <param name="submitted">Null while the quarter is open.</param>
    public byte[] Write(QuarterReport report, SubmittedAs? submitted) =>
        Spreadsheet.Write([Lines(report), Work(report), Payments(report), .. submitted is null ? (Sheet[])[] : [Standing(submitted)]]);

    private Sheet Standing(SubmittedAs it) => new(t["standing"], [t["standing"], t["value"]], [30, 70],
    [
        [t["version", it.Report.Version], t["standing.submitted", Formats.Current.Moment(it.Report.At)]],
        [t["state"], t[$"report.{it.Report.State}"]],
        [t["version.hash"], it.Report.Hash],
        [t["differences.title"], it.Differences],
    ]);

    private Sheet Lines(QuarterReport report) => new(t["sheet.lines"],
        [t["sheet.code"], t["line.short"], t["quarter.planned", report.Quarter.From.Year], t["committed"], t["quarter.spent"], t["quarter.since"], t["quarter.done"], t["free"], t["line.remark"], t["narrative"]],
        [14, 46, 14, 14, 14, 14, 10, 14, 20, 80],
        [.. report.Rows.Select(row => (IReadOnlyList<object?>)
            [row.Line.Code, row.Line.Title, Euros(row.Money.Planned), Euros(row.Money.Committed), Euros(row.Spent), Euros(row.Money.Paid),
                row.Money.Planned == 0 ? null : row.Money.PaidShare, Euros(row.Money.Free), RemarkOf(row, report.Elapsed), row.Story?.Text])]);

    private Sheet Work(QuarterReport report)
    {
        var lines = report.Rows.ToDictionary(r => r.Line.Id, r => r.Line);
        var rows = report.Figures.SelectMany(f => f.ByLine.Where(part => part.Value > 0).Select(part => (IReadOnlyList<object?>)
            [words.Title(f.Module, f.Code), lines.GetValueOrDefault(part.Key)?.Code, lines.TryGetValue(part.Key, out var line) ? line.Title : t["line.none"], part.Value]));
        return new(t["sheet.work"], [t["indicator"], t["sheet.code"], t["line.short"], t["value"]], [46, 14, 46, 12], [.. rows]);
    }

    private Sheet Payments(QuarterReport report)
    {
        var lines = report.Rows.ToDictionary(r => r.Line.Id, r => r.Line);
        var rows = report.Plan.Spendings.Where(s => s.PaidIn(report.Quarter) > 0).OrderBy(s => s.PaidOn).Select(s => (IReadOnlyList<object?>)
            [s.PaidOn!.Value, lines[s.LineId].Code, lines[s.LineId].Title, s.Description, s.Document, Euros(s.PaidCents!.Value)]);
        return new(t["sheet.payments"], [t["spending.paid-on"], t["sheet.code"], t["line.short"], t["spending.what"], t["spending.document"], t["paid.euros"]],
            [12, 14, 46, 46, 20, 14], [.. rows]);
    }

    private string? RemarkOf(ReportRow row, double elapsed) =>
        row.Money.IsOver ? t["line.over", Formats.Current.Amount(-row.Money.Free)] : row.Plan.IsLeftUnused(elapsed) ? t["line.unused"] : null;

    private static decimal Euros(long cents) => cents / 100m;
}

using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Quarters.InterimReports;

/// <summary>What a file made of today's records must say beside them.</summary>
/// <param name="Differences">How many.</param>
internal sealed record SubmittedAs(InterimReport Report, int Differences);

/// <summary>The reports that were submitted: a quarter's versions, what they say, and whether they are still what was signed.</summary>
[Scoped]
internal sealed class InterimReportBook(ProgrammeDb db, AuditKey key, Deployment deployment, ProgrammeSettings settings, Work work, TimeProvider time)
{
    /// <summary>The newest first.</summary>
    public Task<List<InterimReport>> Of(DateOnly quarter) => db.InterimReports.Include(r => r.Answers).Where(r => r.Quarter == quarter).OrderByDescending(r => r.Version).ToListAsync();

    /// <summary>The newest version of each quarter that has one.</summary>
    public async Task<Dictionary<Period, InterimReport>> Newest() => (await db.InterimReports.AsNoTracking().ToListAsync())
        .GroupBy(r => r.Quarter).Select(g => g.MaxBy(r => r.Version)!).ToDictionary(r => r.Period);

    /// <summary>The version of the quarter that stands; null while it is open.</summary>
    public async Task<InterimReport?> Standing(DateOnly quarter) => await db.InterimReports.AsNoTracking().Where(r => r.Quarter == quarter).OrderByDescending(r => r.Version).FirstOrDefaultAsync() is { Stands: true } last ? last : null;

    /// <returns>Null where there is none.</returns>
    public async Task<InterimReport?> Find(string quarter, int version) =>
        Period.TryParse(quarter, out var period) && period.QuarterNumber is not null
            ? await db.InterimReports.Include(r => r.Answers).FirstOrDefaultAsync(r => r.Quarter == period.From && r.Version == version) : null;

    /// <summary>What the records say now.</summary>
    public QuarterStatement Now(QuarterReport report) => QuarterStatement.Of(report, deployment.Owner, settings.EuropeanShare);

    public IReadOnlyList<Difference> Since(InterimReport said, QuarterReport report) => QuarterStatement.Read(said.Content) is { } statement ? Differences.Between(statement, Now(report)) : [];

    /// <returns>Null while the quarter is open.</returns>
    public async Task<SubmittedAs?> SubmittedAs(QuarterReport report) => await Standing(report.Quarter.From) is { } said ? new(said, Since(said, report).Count) : null;

    public bool Holds(InterimReport report) => InterimReport.HashOf(report.Content) == report.Hash && key.HasSigned(report.Signed, report.Signature);

    /// <returns>False where somebody has submitted it meanwhile.</returns>
    public Task<bool> Submit(QuarterReport report, Guid by) => Submit(report, by, time.GetUtcNow().UtcDateTime);

    public Task<bool> Submit(QuarterReport report, Guid by, DateTime at)
    {
        var content = Now(report).Text();
        return work.Do(async () =>
        {
            var last = (await Of(report.Quarter.From)).FirstOrDefault();
            if (last is { Stands: true }) { return false; }
            db.Add(InterimReport.Submit(report.Quarter.From, last, content, key.SignatureOf, by, at));
            return true;
        });
    }
}

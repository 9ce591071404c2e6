using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.DataProtection.Keeping;

/// <summary>One period of one module: its own, or the one that the municipality set.</summary>
internal sealed record Kept(string Module, Retention Retention, Period? Set)
{
    public TimeSpan Keep => Set is { } period ? TimeSpan.FromDays(period.Days) : Retention.Keep;
}

/// <summary>Goes over all that modules keep, counts what is over its time and, in earnest, has it forgotten.</summary>
/// <remarks>Source: GDPR article 5(1)(e). One module's fault is named, and stops no other.</remarks>
[Scoped]
internal sealed class Keeper(House<DataProtectionDb> house, ModuleSet modules, IEnumerable<IPersonalData> data, IPersonRecords persons, Work work,
    FaultLog faults, TimeProvider time)
{
    /// <summary>So long before it goes a record is announced.</summary>
    public const int NoticeDays = 7;
    private const int AtOnce = 200;

    public async Task<List<Kept>> Periods(CancellationToken ct = default)
    {
        var set = await house.Db.Periods.AsNoTracking().ToListAsync(ct);
        return [.. data.Select(d => (Module: modules.OwnerOf(d.GetType())!.Id, d.Retention))
            .SelectMany(d => d.Retention.Select(r => new Kept(d.Module, r, set.Find(p => p.Module == d.Module && p.What == r.What))))];
    }

    public async Task<KeepingRun> Run(bool isTrial, CancellationToken ct)
    {
        var run = new KeepingRun { At = time.GetUtcNow().UtcDateTime, IsTrial = isTrial };
        foreach (var kept in await Periods(ct)) { run.Lines.Add(await Round(kept, run, ct)); }
        await work.Do(() => house.Db.Add(run));
        return run;
    }

    private async Task<KeepingLine> Round(Kept kept, KeepingRun run, CancellationToken ct)
    {
        var line = new KeepingLine { Module = kept.Module, What = kept.Retention.What, Days = kept.Keep.Days };
        try
        {
            var before = run.At - kept.Keep;
            var due = kept.Retention.Due(before);
            line.Due = await due.Count(await Spared(due, before, ct), ct);
            line.Coming = await Coming(kept, before.AddDays(NoticeDays), ct) - line.Due;
            if (!run.IsTrial) { line.Forgotten = await Forget(kept, before, ct); }
        }
#pragma warning disable CA1031 // Whatever a module throws, the other modules' data must not be kept too long because of it.
        catch (Exception e) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            line.Trouble = e.GetType().Name;
            faults.Add(kept.Module, $"retention {kept.Retention.What}", e);
        }
        return line;
    }

    private async Task<int> Coming(Kept kept, DateTime before, CancellationToken ct)
    {
        var due = kept.Retention.Due(before);
        return await due.Count(await Spared(due, before, ct), ct);
    }

    private async Task<int> Forget(Kept kept, DateTime before, CancellationToken ct)
    {
        var forgotten = 0;
        while (true)
        {
            var some = await work.Do(async () =>
            {
                var due = kept.Retention.Due(before);
                return await due.Forget(AtOnce, await Spared(due, before, ct), ct);
            });
            forgotten += some;
            if (some < AtOnce) { return forgotten; }
        }
    }

    private async Task<IReadOnlyCollection<Guid>> Spared(Due due, DateTime before, CancellationToken ct)
    {
        var spared = new HashSet<Guid>(await persons.Restricted());
        if (!due.IsRegister) { return spared; }
        foreach (var module in data) { spared.UnionWith(await module.ServedSince(Days.DayOf(before), ct)); }
        return spared;
    }
}

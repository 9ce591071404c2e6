using System.Reflection;
using Loim.Access;
using Loim.Data;
using Loim.DataProtection.Keeping;
using Loim.Modules;
using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore;
using Module = Loim.Modules.Module;

namespace Loim.DataProtection.Rights.Forgetting;

/// <summary>Forgets a person module by module: each wholly or not at all, the register of people last. What was begun is on record,
/// so it goes on after whatever broke it off.</summary>
[Scoped]
internal sealed class Erasing(House<DataProtectionDb> house, IEnumerable<IPersonalData> data, ModuleSet modules, OwnData own, Keeper keeper,
    IPersonRecords persons, Work work, ErasureLedger ledger, CurrentViewer current, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>What would become of each module's records today.</summary>
    public async Task<List<ErasedPart>> Plan(Guid person, bool isUnlawful, CancellationToken ct = default)
    {
        var (records, periods) = (await persons.Of(person), await keeper.Periods(ct));
        var parts = new List<ErasedPart>();
        // Modules stand after those that they require: the register of people is the first of them, and goes last.
        foreach (var module in modules.On.Reverse().OrderBy(m => m.Id == "people"))
        {
            var held = new List<OwnRecord>();
            foreach (var it in data.Where(d => modules.OwnerOf(d.GetType()) == module)) { held.AddRange(await own.Of(records, it, ct)); }
            if (held.Count == 0) { continue; }
            parts.Add(Part(module, held, isUnlawful ? [] : periods, parts));
        }
        return parts;
    }

    public async Task<Guid> Begin(Guid person, string reason, bool isUnlawful)
    {
        var erasure = new Erasure { PersonId = (await persons.Of(person))[0], Reason = Secret.Of(reason), IsUnlawful = isUnlawful, At = Now, By = current.Viewer.Name };
        await Begin(erasure);
        return erasure.Id;
    }

    public async Task Begin(Erasure erasure)
    {
        erasure.Parts.AddRange(await Plan(erasure.PersonId, erasure.IsUnlawful));
        await work.DoEvenRestricted(() => { house.Db.Add(erasure); return Task.CompletedTask; });
        ledger.Tell(erasure);
        await GoOn(erasure.Id, default);
    }

    public async Task GoOn(Guid id, CancellationToken ct)
    {
        var erasure = await house.Db.Erasures.Include(e => e.Parts).FirstAsync(e => e.Id == id, ct);
        var records = await persons.Of(erasure.PersonId);
        foreach (var part in erasure.Parts.Where(p => p.Outcome == ErasureOutcome.Waiting).OrderBy(p => p.Number).ToList())
        {
            await work.DoEvenRestricted(async () =>
            {
                var touched = 0;
                foreach (var module in data.Where(d => modules.OwnerOf(d.GetType())?.Id == part.Module))
                {
                    foreach (var record in records) { touched += await module.Erase(record, ct); }
                }
                part.Done(touched, Now);
            });
        }
        await work.DoEvenRestricted(() => { erasure.Finish(Now); return Task.CompletedTask; });
    }

    private ErasedPart Part(Module module, List<OwnRecord> held, List<Kept> periods, List<ErasedPart> before)
    {
        var number = before.Count + 1;
        // What the house itself keeps is proof; erasing leaves of it what says nothing.
        var holds = module is DataProtectionModule ? null : periods.Where(p => p.Module == module.Id && MustKeep(module, p.Retention.What)).MaxBy(p => p.Keep);
        var last = held.Max(r => r.On) ?? time.Today();
        var until = holds is null ? (DateOnly?)null : last.AddDays(holds.Keep.Days);
        // Whoever's records are kept stays on the register for as long.
        if (module.Id == "people" && before.Max(p => p.KeptUntil) is { } longest && periods.Count > 0) { until = longest > until ? longest : until; }
        return until >= time.Today()
            ? new() { Module = module.Id, Number = number, Outcome = ErasureOutcome.Kept, Records = held.Count, What = holds?.Retention.What, KeptUntil = until }
            : new() { Module = module.Id, Number = number, Outcome = ErasureOutcome.Waiting, Records = held.Count };
    }

    /// <summary>What rests on consent or a contract goes when the person asks; a public task and a legal duty keep it for their time.
    /// A spreadsheet on its way in is nobody's record yet.</summary>
    private static bool MustKeep(Module module, string what) => module.Types.Where(t => !t.IsAssignableTo(typeof(SheetImport)))
        .Select(t => t.GetCustomAttribute<ProcessingAttribute>())
        .Any(p => p?.Keep == what && p.Basis is LawfulBasis.PublicTask or LawfulBasis.LegalDuty or LawfulBasis.VitalInterest);
}

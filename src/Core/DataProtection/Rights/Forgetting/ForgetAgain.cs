using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.DataProtection.Rights.Forgetting;

/// <summary>An older copy of the database was put back: whoever was forgotten since is forgotten again, as soon as the house serves.</summary>
internal sealed class ForgetAgain(House<DataProtectionDb> house, Erasing erasing, ErasureLedger ledger, TimeProvider time) : Job
{
    /// <summary>So long the proof of an erasure is kept; no copy is older.</summary>
    private static readonly TimeSpan Proof = TimeSpan.FromDays(10 * 365);

    public override TimeSpan Every => TimeSpan.FromHours(24);

    public override async Task Run(CancellationToken ct)
    {
        var known = await house.Db.Erasures.AsNoTracking().ToDictionaryAsync(e => e.Id, ct);
        var told = ledger.Read().DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        var since = time.GetUtcNow().UtcDateTime - Proof;
        foreach (var entry in told.Values.Where(t => !known.ContainsKey(t.Id) && t.At > since))
        {
            ct.ThrowIfCancellationRequested();
            await erasing.Begin(new Erasure
            {
                Id = entry.Id, PersonId = entry.Person, Reason = Secret.Of("restore"), IsUnlawful = entry.IsUnlawful, At = entry.At, By = Viewer.House.Name,
            });
        }
        foreach (var erasure in known.Values.Where(e => !told.ContainsKey(e.Id))) { ledger.Tell(erasure); }
    }
}

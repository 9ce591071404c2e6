using Loim.Data;
using Loim.DataProtection.Rights.Forgetting;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.DataProtection.Keeping;

/// <summary>Retention runs by itself, once a day however often the house is built anew. The first round on a database is a trial:
/// it shows what would go before anything goes. An erasure that was broken off goes on.</summary>
internal sealed class KeepInTime(House<DataProtectionDb> house, Keeper keeper, Erasing erasing, TimeProvider time) : Job
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(20);

    public override TimeSpan Every => TimeSpan.FromHours(24);

    public override async Task Run(CancellationToken ct)
    {
        foreach (var erasure in await house.Db.Erasures.Where(e => e.FinishedAt == null).Select(e => e.Id).ToListAsync(ct)) { await erasing.GoOn(erasure, ct); }
        var last = await house.Db.Runs.OrderByDescending(r => r.At).Select(r => new { r.At, r.IsTrial }).FirstOrDefaultAsync(ct);
        if (last is { IsTrial: false } && time.GetUtcNow().UtcDateTime - last.At < Day) { return; }
        await keeper.Run(isTrial: last is null, ct);
    }
}

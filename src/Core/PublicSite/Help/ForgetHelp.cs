using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.PublicSite.Help;

/// <summary>A request that was answered is of no use here; one that nobody answered in half a year neither.</summary>
internal sealed class ForgetHelp(PublicSiteDb db, Work work, TimeProvider time) : Job
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    public override TimeSpan Every => TimeSpan.FromHours(12);

    public override async Task Run(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (answered, arrived) = (now - Keep, now - Longest);
        if (!await db.HelpRequests.AnyAsync(r => r.AnsweredAt < answered || r.ArrivedAt < arrived, ct)) { return; }
        await work.Do(async () => db.RemoveRange(await db.HelpRequests.Where(r => r.AnsweredAt < answered || r.ArrivedAt < arrived).ToListAsync(ct)));
    }
}

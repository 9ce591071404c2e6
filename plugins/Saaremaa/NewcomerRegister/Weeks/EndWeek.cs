namespace Saaremaa.NewcomerRegister.Weeks;

/// <summary>Closes the past week: what was deleted in it goes for good, and its numbers are put down. An empty register has none.</summary>
internal sealed class EndWeek(NewcomerRegisterDb db, NewcomerRegisterSettings settings, Work work, TimeProvider time) : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override Task Run(CancellationToken ct) => work.Do(async () =>
    {
        var week = Week.Of(time.Today()).Before;
        var gone = await db.Entries.Where(e => e.DeletedOn < week.Until).ToListAsync(ct);
        db.RemoveRange(gone);
        if (!await db.Entries.AnyAsync(ct) || await db.Reports.AnyAsync(r => r.Monday == week.From, ct)) { return; }
        var stale = week.Until.AddMonths(-settings.ConfirmMonths);
        db.Add(new WeekReport
        {
            Monday = week.From,
            Confirmed = await db.Entries.CountAsync(e => e.ConfirmedOn >= week.From && e.ConfirmedOn < week.Until && e.ConfirmedOn > e.AddedOn, ct),
            Deleted = gone.Count,
            Left = await db.Entries.CountAsync(e => e.DeletedOn == null && (e.DeleteOn < week.Until || e.ConfirmedOn < stale), ct),
        });
    });
}

namespace Tartu.ParticipationCouncil.Members;

/// <summary>Deletes names and addresses some time after the term; what was proposed and answered stays.</summary>
internal sealed class ForgetMembers(ParticipationCouncilDb db, Work work, ParticipationCouncilSettings settings, TimeProvider time) : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override Task Run(CancellationToken ct) => work.Do(async () =>
    {
        var last = time.Today().AddDays(-settings.KeepNamesDays);
        var members = await db.Members.Where(m => m.ForgottenAt == null && m.Until < last).ToListAsync(ct);
        members.ForEach(m => m.Forget(time.GetUtcNow().UtcDateTime));
    });
}

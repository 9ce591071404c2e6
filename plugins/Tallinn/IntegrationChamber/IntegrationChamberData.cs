namespace Tallinn.IntegrationChamber;

/// <summary>Who asks to join is nobody of the register; the contact goes as soon as the request is decided.</summary>
internal sealed class IntegrationChamberData : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("data.request", TimeSpan.FromDays(180), "data.ground")];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}

/// <summary>A request that nobody decided in half a year is of no use to anybody.</summary>
internal sealed class ForgetRequests(IntegrationChamberDb db, Work work, TimeProvider time) : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(12);

    public override async Task Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-180);
        var old = await db.JoinRequests.Where(r => r.DecidedAt == null && r.ArrivedAt < before).ToListAsync(ct);
        if (old.Count > 0) { await work.Do(() => db.RemoveRange(old)); }
    }
}

namespace Tallinn.IntegrationChamber;

/// <summary>Who asks to join is nobody of the register; the contact goes as soon as the request is decided, and a request
/// that nobody decided in half a year is of no use to anybody.</summary>
internal sealed class IntegrationChamberData(House<IntegrationChamberDb> house) : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("data.request", TimeSpan.FromDays(180), "data.ground", before =>
        Due.Of(house.Db.JoinRequests.Where(r => r.DecidedAt == null && r.ArrivedAt < before), r => house.Db.Remove(r)))];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}

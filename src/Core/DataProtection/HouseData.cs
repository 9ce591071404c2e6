using Loim.Data;
using Loim.Modules;

namespace Loim.DataProtection;

/// <summary>What the house itself keeps of people: who read and changed their records, and what the staff had typed but not sent.
/// Whoever takes their data along is given the trail beside it.</summary>
internal sealed class HouseData(House<HouseDb> house) : IPersonalData
{
    public IReadOnlyList<Retention> Retention =>
    [
        // A row taken out would break the chain: archiving is the municipality's own act.
        new("retention.audit", TimeSpan.FromDays(10 * 365), "retention.proof", before => Due.ByHand(house.Db.Audit.Where(a => a.At < before))),
        new("retention.draft", TimeSpan.FromDays(30), "retention.task", before => Due.Of(house.Db.Drafts.Where(d => d.At < before), d => house.Db.Remove(d))),
    ];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    /// <remarks>The audit holds no personal value, and proves what was done.</remarks>
    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}

using Loim.Data;
using Loim.Modules;

namespace Loim.Network;

/// <summary>Networks hold no persons; a spreadsheet that somebody left undecided may name some.</summary>
internal sealed class PersonalData(House<NetworkDb> house) : IPersonalData
{
    public IReadOnlyList<Retention> Retention =>
    [
        new("retention.import", TimeSpan.FromDays(30), "retention.import.ground", before =>
            Due.Of(house.Db.Imports.Where(i => i.Content != null && i.At < before), i => i.Content = null)),
    ];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}

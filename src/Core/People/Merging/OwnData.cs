using System.Globalization;
using Loim.Modules;

namespace Loim.People.Merging;

/// <summary>All that the house holds on a person, from every module that is on and under every record that was merged.</summary>
/// <remarks>Source: GDPR articles 15 and 20.</remarks>
[Scoped]
internal sealed class OwnData(IEnumerable<IPersonalData> modules, Aliases aliases)
{
    public async Task<IReadOnlyList<OwnRecord>> Of(Guid person, CancellationToken ct)
    {
        var records = new List<OwnRecord>();
        foreach (var id in await aliases.Of(person))
        {
            foreach (var module in modules)
            {
                await foreach (var record in module.Export(id, ct).WithCancellation(ct))
                {
                    records.Add(new(record.Section, record.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), record.Values));
                }
            }
        }
        return records;
    }
}

internal sealed record OwnRecord(string Section, string? On, IReadOnlyDictionary<string, string?> Values);

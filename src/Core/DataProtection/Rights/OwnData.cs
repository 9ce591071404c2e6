using Loim.Modules;
using Module = Loim.Modules.Module;

namespace Loim.DataProtection.Rights;

/// <param name="Module">Whose record it is; its texts name section and fields.</param>
internal sealed record OwnRecord(Module Module, string Section, DateOnly? On, IReadOnlyDictionary<string, string?> Values);

/// <summary>All that the house holds on a person, from every module that is on and under every record that was merged.</summary>
/// <remarks>Source: GDPR articles 15 and 20.</remarks>
[Scoped]
internal sealed class OwnData(IEnumerable<IPersonalData> data, IPersonRecords persons, ModuleSet modules)
{
    public async Task<IReadOnlyList<OwnRecord>> Of(Guid person, CancellationToken ct)
    {
        var records = new List<OwnRecord>();
        foreach (var id in await persons.Of(person))
        {
            foreach (var module in data) { await Add(records, module, id, ct); }
        }
        return records;
    }

    public async Task<List<OwnRecord>> Of(IEnumerable<Guid> records, IPersonalData module, CancellationToken ct)
    {
        var found = new List<OwnRecord>();
        foreach (var id in records) { await Add(found, module, id, ct); }
        return found;
    }

    private async Task Add(List<OwnRecord> records, IPersonalData module, Guid id, CancellationToken ct)
    {
        var owner = modules.OwnerOf(module.GetType())!;
        await foreach (var it in module.Export(id, ct).WithCancellation(ct)) { records.Add(new(owner, it.Section, it.On, it.Values)); }
    }
}

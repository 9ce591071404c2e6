using System.Runtime.CompilerServices;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.DataProtection;

/// <summary>What the house itself keeps of people: who read and changed their records, and what the staff had typed but not sent.
/// Whoever takes their data along is given the trail beside it.</summary>
internal sealed class HouseData(House<HouseDb> house, House<DataProtectionDb> own, AuditLog audit, Leases leases, CurrentViewer current, Work work) : IPersonalData
{
    public IReadOnlyList<Retention> Retention =>
    [
        // A row taken out would break the chain: archiving is the municipality's own act.
        new("retention.audit", TimeSpan.FromDays(10 * 365), "retention.proof", before => Due.ByHand(house.Db.Audit.Where(a => a.At < before))),
        new("retention.draft", TimeSpan.FromDays(30), "retention.task", before => Due.Of(house.Db.Drafts.Where(d => d.At < before), d => house.Db.Remove(d))),
        new("retention.erasure", TimeSpan.FromDays(10 * 365), "retention.proof", before => Due.Of(own.Db.Erasures.Where(e => e.FinishedAt < before), e => own.Db.Remove(e))),
    ];

    /// <summary>Who looked and who changed: the role and the right, as the data tracker tells it; not the official's name.</summary>
    /// <remarks>Source: GDPR article 15(1)(c).</remarks>
    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = house.Db.Audit.AsNoTracking().Where(a => a.Person == person).OrderBy(a => a.Number).Select(a => new { a.At, a.Action, a.Role, a.Purpose });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new PersonalRecord("audit", Days.DayOf(row.At), new Dictionary<string, string?> { ["action"] = row.Action, ["role"] = row.Role, ["purpose"] = row.Purpose });
        }
    }

    /// <summary>That something was done stays, as a proof; what the audit says beyond that goes, and its chain holds.</summary>
    public Task<int> Erase(Guid person, CancellationToken ct) => work.Do(() =>
    {
        var touched = AuditLog.Forget(leases.Connection, leases.Transaction!, person);
        audit.Append(leases.Connection, leases.Transaction!, [AuditEntry.By(current, "erase", work.Place) with { Person = person, What = $"{AuditChain.Table}: {touched} details" }]);
        return Task.FromResult(touched);
    });
}

using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Merging;

/// <summary>Which records are one person; true whoever looks.</summary>
[Scoped]
internal sealed class Aliases(House<PeopleDb> house, Work work, CurrentViewer current, TimeProvider time)
{
    /// <summary>The record that stands for the person.</summary>
    public async Task<Guid> Resolve(Guid person) =>
        await house.Db.Aliases.Where(a => a.Id == person).Select(a => (Guid?)a.PersonId).FirstOrDefaultAsync() ?? person;

    /// <summary>All records of the person, the one that stands for them first.</summary>
    public async Task<List<Guid>> Of(Guid person)
    {
        var kept = await Resolve(person);
        return [kept, .. await house.Db.Aliases.Where(a => a.PersonId == kept).OrderBy(a => a.MergedAt).Select(a => a.Id).ToListAsync()];
    }

    /// <summary>From the record that stands under another to that other.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> All() => await house.Db.Aliases.ToDictionaryAsync(a => a.Id, a => a.PersonId);

    /// <returns>False when one of them is not on record, or <paramref name="duplicate"/> stands for others or under another already:
    /// those are parted first, so that each undo restores exactly what was.</returns>
    public Task<bool> Merge(Guid kept, Guid duplicate) => work.Do(async () =>
    {
        var standing = await house.Db.People.CountAsync(p => (p.Id == kept || p.Id == duplicate) && p.ErasedAt == null);
        if (standing != 2 || await house.Db.Aliases.AnyAsync(a => a.Id == kept || a.Id == duplicate || a.PersonId == duplicate)) { return false; }
        house.Db.Add(new PersonAlias { Id = duplicate, PersonId = kept, MergedAt = time.GetUtcNow().UtcDateTime, MergedBy = current.Viewer.Name });
        work.Record(new PersonsMerged(kept, duplicate));
        return true;
    });

    public Task Part(Guid duplicate) => work.Do(async () =>
    {
        if (await house.Db.Aliases.FirstOrDefaultAsync(a => a.Id == duplicate) is not { } alias) { return; }
        house.Db.Remove(alias);
        work.Record(new PersonsParted(alias.PersonId, duplicate));
    });
}

using Loim.Data;
using Loim.Modules;
using Loim.People.Merging;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Households;

/// <summary>Who lives with whom. A person is in one household at a time; that is true whoever looks.</summary>
[Scoped]
internal sealed class Households(House<PeopleDb> house, PeopleDb db, Aliases aliases, Work work, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Whichever record of the person lives in it.</summary>
    public async Task<Guid?> Of(Guid person)
    {
        var records = await aliases.Of(person);
        return await house.Db.HouseholdMembers.Where(m => m.PersonId != null && records.Contains(m.PersonId.Value) && m.LeftAt == null)
            .OrderByDescending(m => m.PersonId == records[0]).Select(m => (Guid?)m.HouseholdId).FirstOrDefaultAsync();
    }

    /// <returns>False when they live in a household already.</returns>
    public Task<bool> Add(Guid host, Guid person, Relation relation) => work.Do(async () =>
    {
        if (await Of(person) is not null) { return false; }
        var household = await OfHost(host);
        await RefuseRestricted(household);
        db.Add(HouseholdMember.Of(household, person, relation, Now));
        return true;
    });

    /// <returns>False when they are of age today.</returns>
    public Task<bool> AddChild(Guid host, string name, DateOnly born, Relation relation) => work.Do(async () =>
    {
        var household = await OfHost(host);
        if (HouseholdMember.Child(household, name, born, relation, time.Today(), Now) is not { } child) { return false; }
        await RefuseRestricted(household);
        db.Add(child);
        return true;
    });

    /// <returns>False when they would have been of age when they came in.</returns>
    public Task<bool> Correct(HouseholdMember child, string name, DateOnly born, Relation relation) => work.Do(async () =>
    {
        await RefuseRestricted(child.HouseholdId);
        return child.Correct(name, born, relation);
    });

    public Task Leave(Guid member) => Change(member, m => { m.Leave(Now); return Task.CompletedTask; });

    /// <summary>Takes back that a member left, unless they live elsewhere by now.</summary>
    public Task Return(Guid member) => Change(member, async m =>
    {
        if (m.PersonId is null || await Of(m.PersonId.Value) is null) { m.Return(); }
    });

    /// <summary>The person's part in households ends without a trace; children go with the last adult.</summary>
    public async Task<int> Forget(Guid person, CancellationToken ct)
    {
        var own = await house.Db.HouseholdMembers.Where(m => m.PersonId == person).ToListAsync(ct);
        var households = own.Select(m => m.HouseholdId).Distinct().ToList();
        var orphans = await house.Db.HouseholdMembers.Where(m => households.Contains(m.HouseholdId) && m.PersonId == null
            && !house.Db.HouseholdMembers.Any(other => other.HouseholdId == m.HouseholdId && other.PersonId != null && other.PersonId != person && other.LeftAt == null)).ToListAsync(ct);
        house.Db.RemoveRange(own);
        house.Db.RemoveRange(orphans);
        return own.Count + orphans.Count;
    }

    private async Task<Guid> OfHost(Guid host)
    {
        if (await Of(host) is { } known) { return known; }
        var contact = HouseholdMember.Of(Guid.CreateVersion7(), host, Relation.Contact, Now);
        db.Add(contact);
        return contact.HouseholdId;
    }

    /// <summary>Who joins a household joins what is kept of all in it, and a child has no record of its own.</summary>
    private async Task RefuseRestricted(Guid household)
    {
        var persons = house.Db.HouseholdMembers.Where(m => m.HouseholdId == household && m.LeftAt == null).Select(m => m.PersonId);
        if (await house.Db.Restrictions.AnyAsync(r => r.LiftedAt == null && persons.Contains(r.PersonId))) { throw new RestrictedException(); }
    }

    private Task Change(Guid member, Func<HouseholdMember, Task> change) => work.Do(async () =>
    {
        if (await db.HouseholdMembers.FirstOrDefaultAsync(m => m.Id == member) is { } found) { await change(found); }
    });
}

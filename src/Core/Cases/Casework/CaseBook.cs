using Loim.Access;
using Loim.Accounts.Staff;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Casework;

/// <summary>Opens cases, closes them and writes into them, on behalf of whoever is signed in.</summary>
[Scoped]
internal sealed class CaseBook(CasesDb db, House<CasesDb> house, IPersonRecords persons, Work work, CurrentViewer current, TimeProvider time)
{
    /// <returns>Null when this organisation has an open case of the person already.</returns>
    public Task<Case?> Open(Guid person, string reason) => work.Do(async () =>
    {
        if (await HasOpen(person, current.Viewer.Organisation)) { return null; }
        var it = Case.Open(person, reason, current.Viewer, time.Today());
        db.Add(it);
        work.Record(new CaseOpened(it.Id, person));
        return it;
    });

    /// <summary>A case is taken back on the day it was opened, by whoever opened it, as long as nothing was added.</summary>
    public async Task<bool> MayTakeBack(Case it) =>
        it.OpenedBy == current.Viewer.Account && it.OpenedOn == time.Today() && it.IsOpen
        && !await house.Db.Assessments.AnyAsync(a => a.CaseId == it.Id) && !await house.Db.Goals.AnyAsync(g => g.CaseId == it.Id)
        && !await house.Db.Notes.AnyAsync(n => n.CaseId == it.Id) && !await house.Db.Referrals.AnyAsync(r => r.CaseId == it.Id)
        && !await house.Db.Closures.AnyAsync(c => c.CaseId == it.Id);

    public Task<bool> TakeBack(Guid id) => work.Do(async () =>
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == id) is not { } it || !await MayTakeBack(it)) { return false; }
        db.Remove(it);
        work.Record(new CaseTakenBack(id));
        return true;
    });

    /// <summary>A case to be looked at. Where that takes an emergency access, the audit says so.</summary>
    public async Task<Case?> Find(Guid id)
    {
        var it = await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id);
        if (it?.IsOpenTo(current.Viewer) == false) { current.Purpose = "cases.break-glass"; }
        return it;
    }

    /// <summary>A case to be decided about: an emergency access does not reach that far.</summary>
    public async Task<Case?> FindByRight(Guid id) => await Find(id) is { } it && it.IsOpenTo(current.Viewer) ? it : null;

    public Task<bool> Close(Guid id, CaseOutcome outcome, string? ending) => InOpen(id, it =>
    {
        db.Add(it.Close(outcome, ending, current.Viewer, time.Today()));
        work.Record(new CaseClosed(id, it.PersonId));
    });

    /// <returns>False when it is open already, or the person has got another open case meanwhile.</returns>
    public Task<bool> Reopen(Guid id, string reason) => work.Do(async () =>
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == id) is not { IsOpen: false } it) { return false; }
        if (await HasOpen(it.PersonId, it.Organisation)) { return false; }
        it.Reopen(await db.Closures.SingleAsync(c => c.CaseId == id && c.ReopenedOn == null), reason, current.Viewer, time.Today());
        work.Record(new CaseReopened(id, it.PersonId));
        return true;
    });

    public Task<bool> HandOver(Guid id, Colleague to) => InOpen(id, it => it.HandOver(to.Account, to.Name, current.Viewer));

    /// <returns>False when somebody else leads it: whoever sees it for a while must not shut its case manager's colleagues out.</returns>
    public Task<bool> Keep(Guid id, bool confidential) => work.Do(async () =>
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == id) is not { } it || it.Owner != current.Viewer.Account) { return false; }
        it.Keep(confidential);
        return true;
    });

    /// <returns>False when the case is closed or not to be seen; nothing is written then.</returns>
    public Task<bool> InOpen(Guid id, Action<Case> act) => work.Do(async () =>
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == id) is not { IsOpen: true } it) { return false; }
        act(it);
        return true;
    });

    /// <summary>Whichever record of the person it lies under.</summary>
    private async Task<bool> HasOpen(Guid person, string? organisation)
    {
        var records = await persons.Of(person);
        return await house.Db.Cases.AnyAsync(c => records.Contains(c.PersonId) && c.Organisation == organisation && c.ClosedOn == null);
    }
}

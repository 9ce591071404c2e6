using System.Diagnostics;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Modules;

namespace Loim.Data;

/// <summary>
/// The one way to write. Changes of any modules in the scope, their facts and their audit rows are one transaction;
/// a process has one writer at a time.
/// </summary>
/// <remarks>An exception in the change rolls all of it back. Calls inside a change join it.</remarks>
public sealed class Work
{
    private readonly Leases leases;
    private readonly Store store;
    private readonly AuditLog audit;
    private readonly FactLog facts;
    private readonly CurrentViewer viewer;
    private readonly List<IFact> recorded = [];
    private bool evenRestricted;

    internal Work(Leases leases, Store store, AuditLog audit, FactLog facts, CurrentViewer viewer) =>
        (this.leases, this.store, this.audit, this.facts, this.viewer) = (leases, store, audit, facts, viewer);

    /// <summary>Where the change was made, for the audit: the page or job.</summary>
    internal string Place { get; set; } = "";

    public Task Do(Action change) => Do(() => { change(); return Task.CompletedTask; });

    public Task Do(Func<Task> change) => Do(async () => { await change(); return true; });

    public async Task<T> Do<T>(Func<Task<T>> change)
    {
        if (leases.Transaction is not null) { return await change(); }
        if (!await store.Gate.WaitAsync(TimeSpan.FromSeconds(10))) { throw new StoreBusyException(); }
        var committed = false;
        try
        {
            leases.Begin();
            var result = await change();
            var changes = ChangeNotes.Of(leases.All, viewer, Place);
            if (!viewer.Viewer.IsHouse && !evenRestricted) { Restrictions.Demand(leases.Connection, leases.Transaction!, ChangeNotes.Persons(leases.All)); }
            await leases.SaveAll(CancellationToken.None);
            facts.Append(leases.Connection, leases.Transaction!, recorded);
            audit.Append(leases.Connection, leases.Transaction!, changes());
            leases.Transaction!.Commit();
            committed = true;
            return result;
        }
        finally
        {
            if (committed)
            {
                store.CountWritten();
                facts.Ring(recorded);
            }
            recorded.Clear();
            try { leases.End(committed); }
            finally { store.Gate.Release(); }
        }
    }

    /// <summary>For the person's own rights: to withdraw, to stay away, to be forgotten, to have the restriction lifted; and for what befalls
    /// many at once, an event that is moved or called off.</summary>
    internal async Task DoEvenRestricted(Func<Task> change)
    {
        evenRestricted = true;
        try { await Do(change); }
        finally { evenRestricted = false; }
    }

    /// <summary>Says that something happened; written with the change, handled after it.</summary>
    public void Record(IFact fact)
    {
        if (leases.Transaction is null) { throw new UnreachableException("A fact is recorded inside Work.Do."); }
        recorded.Add(fact);
    }
}

/// <summary>Too many wait to write; nothing was written.</summary>
public sealed class StoreBusyException() : Exception("The database is busy; nothing was written.");

using Loim.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Loim.Data;

/// <summary>The scope's connection and the contexts leased on it. Every lease is given its viewer anew:
/// a pool does not reset it, and the second request would see by the first one's rights.</summary>
internal sealed class Leases(Store store, CurrentViewer viewer, Keyring keys) : IDisposable
{
    private static readonly CurrentViewer AsHouse = new() { Viewer = Viewer.House };
    private readonly Dictionary<(Type, bool House), ModuleDb> leased = [];
    private SqliteConnection? connection;

    /// <summary>The writer's while a change is made, otherwise the scope's own.</summary>
    public SqliteConnection Connection => Transaction?.Connection ?? (connection ??= store.Open());
    public SqliteTransaction? Transaction { get; private set; }
    public IEnumerable<ModuleDb> All => leased.Values;

    public T Lease<T>(bool house) where T : ModuleDb
    {
        if (leased.TryGetValue((typeof(T), house), out var known)) { return (T)known; }
        var db = store.Contexts.Take<T>();
        db.Lessee = house ? AsHouse : viewer;
        Connect(db);
        leased.Add((typeof(T), house), db);
        return db;
    }

    public void Begin()
    {
        Transaction = store.Writer.BeginTransaction(deferred: false);
        foreach (var db in All) { Connect(db); }
    }

    public async Task SaveAll(CancellationToken ct)
    {
        foreach (var db in All) { await db.Save(keys, ct); }
    }

    /// <summary>Ends the transaction; without a commit before it, all is rolled back and nothing stays tracked.</summary>
    public void End(bool committed)
    {
        try { Transaction?.Dispose(); }
        finally
        {
            Transaction = null;
            foreach (var db in All)
            {
                db.Database.UseTransaction(null);
                Connect(db);
                if (committed) { continue; }
                // The page that tells of it still holds the rows, and shows them as they are.
                foreach (var changed in db.ChangeTracker.Entries().Where(e => e.State == EntityState.Modified)) { changed.CurrentValues.SetValues(changed.OriginalValues); }
                db.ChangeTracker.Clear();
            }
        }
    }

    private void Connect(ModuleDb db)
    {
        db.Database.SetDbConnection(Connection, contextOwnsConnection: false);
        if (Transaction is not null) { db.Database.UseTransaction(Transaction); }
    }

    public void Dispose()
    {
        // The container has already given back those that it leased for itself; by now they may be another request's.
        foreach (var ((_, house), db) in leased) { if (house) { db.Dispose(); } }
        leased.Clear();
        connection?.Dispose();
    }
}

/// <summary>The same tables with the eyes of the house: for capacity, duplicates, clashes, whatever must be true.
/// What it yields are verdicts, aggregates and ids; sealed values stay sealed.</summary>
public sealed class House<T> where T : ModuleDb
{
    private readonly Leases leases;

    internal House(Leases leases) => this.leases = leases;

    public T Db => leases.Lease<T>(house: true);
}

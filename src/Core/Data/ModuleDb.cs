using Loim.Access;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Data;

/// <summary>
/// A module's own tables, named <c>{module id}_{set}</c> in snake case. Its class is <c>{Module}Db</c>; it is leased from the
/// scope (inject it), never constructed, and reads by the <see cref="Viewer"/> of the scope.
/// </summary>
/// <remarks>Changes are saved by <see cref="Work.Do(Func{Task})"/> alone. Migrations lie beside it, written by hand,
/// provider-neutral and expand-only, since two generations run on one schema during a switch.</remarks>
#pragma warning disable RS0030 // The one class through which Work saves.
public abstract class ModuleDb(DbContextOptions options) : DbContext(options)
{
    private bool saving;

    /// <summary>Whose eyes the filters use: write them as <c>row =&gt; Viewer.IsHouse || …</c>.</summary>
    public Viewer Viewer => Lessee?.Viewer ?? Viewer.Nobody;

    /// <summary>The instant by the house's clock, for filters of what ends by itself.</summary>
    public DateTime Now => (Lessee?.Clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;

    internal CurrentViewer? Lessee { get; set; }

    internal static string PrefixOf(Type db) => Module.Kebab(Module.Without(db.Name, "Db")).Replace('-', '_') + "_";

    /// <summary>Keys, filters and published views of this module. Names, kinds of columns and the rule
    /// "no viewer, no rows" are conventions already.</summary>
    protected virtual void Shape(ModelBuilder model) { }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Shape(modelBuilder);
        Conventions.Apply(modelBuilder, this);
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Configure(configurationBuilder);

    internal async Task Save(Keyring keys, CancellationToken ct)
    {
        if (!ChangeTracker.HasChanges()) { return; }
        Sealing.BeforeSave(ChangeTracker, keys);
        saving = true;
        try { await base.SaveChangesAsync(true, ct); }
        finally { saving = false; }
    }

    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("Write through Work.Do.");

    public sealed override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        saving ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : throw new InvalidOperationException("Write through Work.Do.");
}

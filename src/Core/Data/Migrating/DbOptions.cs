using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Sqlite.Migrations.Internal;

namespace Loim.Data;

internal static class DbOptions
{
    /// <summary>The same for every generation: a new interceptor or service a generation would make EF build, and keep,
    /// a provider of its own each time.</summary>
    public static DbContextOptions<T> Of<T>(Action<DbContextOptionsBuilder> provider) where T : ModuleDb =>
        (DbContextOptions<T>)Of(typeof(T), provider);

    public static DbContextOptions Of(Type db, Action<DbContextOptionsBuilder> provider)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(db))!;
        provider(builder);
        builder.AddInterceptors(SealGuard.Instance)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.MultipleCollectionIncludeWarning));
        return builder.Options;
    }

    public static void Migrating(DbContextOptionsBuilder builder, Type db, string connectionString)
    {
        builder.UseSqlite(connectionString, s => s.MigrationsHistoryTable(HistoryTable(db)));
#pragma warning disable EF1001 // EF's own lock row outlives a killed process and then hangs every migration; see Migrator.
        builder.ReplaceService<IHistoryRepository, LocklessHistory>();
#pragma warning restore EF1001
    }

    public static string HistoryTable(Type db) => ModuleDb.PrefixOf(db) + "migrations";

#pragma warning disable EF1001
    private sealed class LocklessHistory(HistoryRepositoryDependencies dependencies) : SqliteHistoryRepository(dependencies)
#pragma warning restore EF1001
    {
        public override IMigrationsDatabaseLock AcquireDatabaseLock() => new NoLock(this);

        public override Task<IMigrationsDatabaseLock> AcquireDatabaseLockAsync(CancellationToken cancellationToken = default) =>
            Task.FromResult<IMigrationsDatabaseLock>(new NoLock(this));

        private sealed class NoLock(IHistoryRepository repository) : IMigrationsDatabaseLock
        {
            public IHistoryRepository HistoryRepository => repository;
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
    }
}

using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Data;

/// <summary>
/// Brings the tables of the given contexts up to date, under a file lock of its own. What is pending is found by one
/// query and the migrations' attributes; a model is built only where something must be done.
/// </summary>
internal sealed class Migrator(Store store)
{
    /// <returns>The contexts that were migrated.</returns>
    public IReadOnlyList<Type> Migrate(IEnumerable<Type> contexts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(store.Path))!);
        using var held = Lock();
        var pending = Pending([.. contexts]);
        if (pending.Count > 0 && new FileInfo(store.Path) is { Exists: true, Length: > 0 })
        {
            Backup.Before(store, pending.Select(p => p.Name));
        }
        foreach (var type in pending)
        {
            using var db = (ModuleDb)Activator.CreateInstance(type, DbOptions.Of(type, b => DbOptions.Migrating(b, type, $"Data Source={store.Path};Pooling=False")))!;
            db.Database.Migrate();
        }
        return pending;
    }

    private List<Type> Pending(IReadOnlyList<Type> contexts)
    {
        using var connection = store.Open();
        var applied = Applied(connection, [.. contexts.Select(DbOptions.HistoryTable)]);
        return [.. contexts.Where(type => MigrationsOf(type).Except(applied.GetValueOrDefault(DbOptions.HistoryTable(type)) ?? []).Any())];
    }

    private static Dictionary<string, HashSet<string>> Applied(SqliteConnection connection, HashSet<string> tables)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%\\_migrations' ESCAPE '\\'";
        var found = new List<string>();
        using (var names = command.ExecuteReader())
        {
            while (names.Read()) { if (tables.Contains(names.GetString(0))) { found.Add(names.GetString(0)); } }
        }
        if (found.Count == 0) { return []; }
        command.CommandText = string.Join(" UNION ALL ", found.Select(t => $"SELECT '{t}', MigrationId FROM \"{t}\""));
        var applied = found.ToDictionary(t => t, _ => new HashSet<string>());
        using var rows = command.ExecuteReader();
        while (rows.Read()) { applied[rows.GetString(0)].Add(rows.GetString(1)); }
        return applied;
    }

    private static IEnumerable<string> MigrationsOf(Type context) =>
        context.Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Migration)) && t.GetCustomAttribute<Microsoft.EntityFrameworkCore.Infrastructure.DbContextAttribute>()?.ContextType == context)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()!.Id);

    private FileStream Lock()
    {
        var deadline = Environment.TickCount64 + 60_000;
        while (true)
        {
            try { return new FileStream(store.Path + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose); }
            catch (IOException) when (Environment.TickCount64 < deadline) { Thread.Sleep(50); }
        }
    }
}

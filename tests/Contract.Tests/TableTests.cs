using Loim.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Loim.Contract.Tests;

/// <summary>Tables: whose they are, how they come to be, and that they are what the model says.</summary>
public sealed class TableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("loim-contract-").FullName;

    [Theory, MemberData(nameof(Every.ContextNames), MemberType = typeof(Every))]
    public void Tables_carry_the_prefix_of_their_module(string context)
    {
        var type = Every.ContextOf(context);
        using var db = Every.Open(type, b => b.UseSqlite());
        db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct()
            .ShouldAllBe(table => table.StartsWith(ModuleDb.PrefixOf(type)));
    }

    [Theory, MemberData(nameof(Every.ContextNames), MemberType = typeof(Every))]
    public void The_migrated_tables_are_those_of_the_model(string context)
    {
        var type = Every.ContextOf(context);
        using var db = Every.Open(type, b => b.UseSqlite(File("model")));
        db.Database.EnsureCreated();
        using (var store = new Store(Path.Combine(folder, "migrated.db"))) { new Migrator(store).Migrate([type]); }
        Shape(File("migrated")).Where(line => !line.StartsWith(DbOptions.HistoryTable(type), StringComparison.Ordinal)).ShouldBe(Shape(File("model")));
    }

    [Theory, MemberData(nameof(Every.ContextNames), MemberType = typeof(Every))]
    public void Every_migration_has_a_script_for_PostgreSQL(string context)
    {
        var type = Every.ContextOf(context);
        using var db = Every.Open(type, b => b.UseNpgsql("Host=none", n => n.MigrationsHistoryTable(DbOptions.HistoryTable(type))));
        var script = db.GetService<IMigrator>().GenerateScript();
        foreach (var migration in db.Database.GetMigrations()) { script.ShouldContain($"'{migration}'"); }
        db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().ShouldAllBe(table => script.Contains(table));
    }

    [Theory, MemberData(nameof(Every.ContextNames), MemberType = typeof(Every))]
    public void Migrations_only_add_and_leave_types_to_the_provider(string context)
    {
        var operations = Every.MigrationsOf(Every.ContextOf(context)).SelectMany(m => m.UpOperations).ToList();
        operations.ShouldNotBeEmpty();
        operations.ShouldAllBe(o => !(o is AlterColumnOperation || o is DropTableOperation || o is DropColumnOperation || o is RenameColumnOperation || o is RenameTableOperation));
        operations.OfType<CreateTableOperation>().SelectMany(t => t.Columns).Concat(operations.OfType<AddColumnOperation>())
            .ShouldAllBe(c => c.ColumnType == null);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string File(string name) => $"Data Source={Path.Combine(folder, name + ".db")}";

    /// <summary>Columns and indexes, a line each. Views, triggers and search tables (FTS5, their shadows and contents) are extras.</summary>
    private static List<string> Shape(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH own AS (
              SELECT name FROM sqlite_master t WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND sql NOT LIKE 'CREATE VIRTUAL%'
                AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL%' AND (t.name LIKE v.name || '\_%' ESCAPE '\' OR v.sql LIKE '%content=''' || t.name || '''%')))
            SELECT own.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' not null', '') || iif(c.pk > 0, ' key ' || c.pk, '')
              FROM own, pragma_table_info(own.name) c
            UNION ALL
            SELECT own.name || ' ' || i.name || iif(i."unique", ' unique', '') || ' (' ||
                (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
              FROM own, pragma_index_list(own.name) i WHERE i.origin = 'c'
            UNION ALL
            SELECT own.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM own, pragma_foreign_key_list(own.name) f
            ORDER BY 1
            """;
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read()) { lines.Add(rows.GetString(0)); }
        return lines;
    }
}

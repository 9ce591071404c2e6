using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Data;

/// <summary>The house's own tables: facts and cursors, audit, wishes, settings, drafts.</summary>
internal sealed class HouseDb(DbContextOptions<HouseDb> options) : ModuleDb(options)
{
    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<Cursor> Cursors => Set<Cursor>();
    public DbSet<ParkedFact> ParkedFacts => Set<ParkedFact>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<Wish> Wishes => Set<Wish>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Draft> Drafts => Set<Draft>();

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<FactRow>().HasKey(f => f.Number);
        model.Entity<Cursor>().HasKey(c => c.Module);
        model.Entity<ParkedFact>().HasIndex(p => p.Module);
        model.Entity<AuditRow>().HasKey(a => a.Number);
        model.Entity<AuditRow>().Property(a => a.Number).ValueGeneratedNever();
        model.Entity<AuditRow>().HasIndex(a => new { a.Person, a.Number });
        model.Entity<AuditRow>().HasIndex(a => new { a.Account, a.Number });
        model.Entity<AuditRow>().HasQueryFilter(Conventions.Access, a => Viewer.IsHouse || Viewer.Can("administration.audit"));
        model.Entity<Wish>().HasKey(w => w.Number);
        model.Entity<Setting>().HasKey(s => new { s.Module, s.Name });
    }
}

/// <summary>What somebody asked of the host, and how it ended.</summary>
internal sealed class Wish
{
    public long Number { get; init; }

    /// <summary>Empty for "build anew": plugins or settings have changed.</summary>
    public required string Module { get; init; }
    public required bool On { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null while it waits.</summary>
    public bool? Done { get; set; }
    public string? Reason { get; set; }

    /// <summary>While it waits: a <see cref="WishedSettings"/> as JSON, to be kept when the house has been built with them.</summary>
    public string? Settings { get; init; }
}

internal sealed class Setting
{
    public required string Module { get; init; }
    public required string Name { get; init; }
    public required string Value { get; set; }
}

/// <summary>What somebody had typed when their session ended; given back to the same account alone.</summary>
[Processing("purpose.draft", LawfulBasis.PublicTask, "retention.draft", IsOfStaff = true)]
internal sealed class Draft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid Account { get; init; }
    public required string Path { get; init; }
    [Special]
    public required Secret Form { get; init; }
    public required DateTime At { get; init; }
}

[DbContext(typeof(HouseDb)), Migration("0001_house")]
internal sealed class House0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Facts(migrationBuilder);
        Audit(migrationBuilder);
        Wishes(migrationBuilder);
        Drafts(migrationBuilder);
    }

    private static void Facts(MigrationBuilder m)
    {
        m.CreateTable("house_facts", t => new
        {
            Number = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Type = t.Column<string>(),
            Json = t.Column<string>(),
            At = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_house_facts", f => f.Number));
        m.CreateTable("house_cursors", t => new { Module = t.Column<string>(), Number = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_house_cursors", c => c.Module));
        m.CreateTable("house_parked_facts", t => new
        {
            Id = t.Column<Guid>(),
            Module = t.Column<string>(),
            Fact = t.Column<long>(),
            Reason = t.Column<string>(),
            At = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_house_parked_facts", p => p.Id));
        m.CreateIndex("IX_house_parked_facts_Module", "house_parked_facts", "Module");
    }

    private static void Audit(MigrationBuilder m)
    {
        m.CreateTable("house_audit", t => new
        {
            Number = t.Column<long>(),
            At = t.Column<DateTime>(),
            Account = t.Column<Guid>(),
            Who = t.Column<string>(),
            Action = t.Column<string>(),
            Page = t.Column<string>(),
            Person = t.Column<Guid>(nullable: true),
            What = t.Column<string>(),
            Hash = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_house_audit", a => a.Number));
        m.CreateIndex("IX_house_audit_Person_Number", "house_audit", ["Person", "Number"]);
        m.CreateIndex("IX_house_audit_Account_Number", "house_audit", ["Account", "Number"]);
    }

    private static void Wishes(MigrationBuilder m)
    {
        m.CreateTable("house_wishes", t => new
        {
            Number = t.Column<long>().Annotation("Sqlite:Autoincrement", true),
            Module = t.Column<string>(),
            On = t.Column<bool>(),
            By = t.Column<string>(),
            At = t.Column<DateTime>(),
            Done = t.Column<bool>(nullable: true),
            Reason = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_house_wishes", w => w.Number));
        m.CreateTable("house_settings", t => new { Module = t.Column<string>(), Name = t.Column<string>(), Value = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_house_settings", s => new { s.Module, s.Name }));
    }

    private static void Drafts(MigrationBuilder m)
    {
        m.CreateTable("house_drafts", t => new
        {
            Id = t.Column<Guid>(),
            Account = t.Column<Guid>(),
            Path = t.Column<string>(),
            Form = t.Column<string>(),
            At = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_house_drafts", d => d.Id));
    }
}

[DbContext(typeof(HouseDb)), Migration("0002_wished_settings")]
internal sealed class House0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Settings", "house_wishes", nullable: true);
}

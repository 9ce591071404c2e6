using Loim.Data;
using Loim.DataProtection.Keeping;
using Loim.DataProtection.Rights.Forgetting;
using Loim.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.DataProtection;

internal sealed class DataProtectionDb(DbContextOptions<DataProtectionDb> options) : ModuleDb(options)
{
    public DbSet<Period> Periods => Set<Period>();
    public DbSet<KeepingRun> Runs => Set<KeepingRun>();
    public DbSet<KeepingLine> Lines => Set<KeepingLine>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<ErasedPart> ErasedParts => Set<ErasedPart>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPeople(this);
        model.Entity<Erasure>().HasIndex(e => e.PersonId);
        model.Entity<Erasure>().HasMany(e => e.Parts).WithOne().HasForeignKey(p => p.ErasureId);
        model.Entity<Erasure>().HasQueryFilter(Conventions.Access, e => Viewer.IsHouse || Viewer.Can("data-protection.rights"));
        model.Entity<ErasedPart>().Property(p => p.Outcome).HasConversion<string>();
        model.Entity<ErasedPart>().HasQueryFilter(Conventions.Access, p => Viewer.IsHouse || Viewer.Can("data-protection.rights"));
        model.Entity<Period>().HasIndex(p => new { p.Module, p.What }).IsUnique();
        model.Entity<Period>().HasQueryFilter(Conventions.Access, p => Viewer.IsHouse || Viewer.Can("data-protection.read"));
        model.Entity<KeepingRun>().HasIndex(r => r.At);
        model.Entity<KeepingRun>().HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.KeepingRunId);
        model.Entity<KeepingRun>().HasQueryFilter(Conventions.Access, r => Viewer.IsHouse || Viewer.Can("data-protection.read"));
        model.Entity<KeepingLine>().HasQueryFilter(Conventions.Access, l => Viewer.IsHouse || Viewer.Can("data-protection.read"));
    }
}

[DbContext(typeof(DataProtectionDb)), Migration("0001_keeping")]
internal sealed class DataProtection0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("data_protection_periods", t => new
        {
            Id = t.Column<Guid>(),
            Module = t.Column<string>(),
            What = t.Column<string>(),
            Days = t.Column<int>(),
            Owner = t.Column<string>(),
            Ground = t.Column<string>(),
            SetAt = t.Column<DateTime>(),
            SetBy = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_data_protection_periods", p => p.Id));
        m.CreateIndex("IX_data_protection_periods_Module_What", "data_protection_periods", ["Module", "What"], unique: true);
        m.CreateTable("data_protection_runs", t => new { Id = t.Column<Guid>(), At = t.Column<DateTime>(), IsTrial = t.Column<bool>() },
            constraints: t => t.PrimaryKey("PK_data_protection_runs", r => r.Id));
        m.CreateIndex("IX_data_protection_runs_At", "data_protection_runs", "At");
        m.CreateTable("data_protection_lines", t => new
        {
            Id = t.Column<Guid>(),
            KeepingRunId = t.Column<Guid>(),
            Module = t.Column<string>(),
            What = t.Column<string>(),
            Days = t.Column<int>(),
            Due = t.Column<int>(),
            Forgotten = t.Column<int>(),
            Coming = t.Column<int>(),
            Trouble = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_data_protection_lines", l => l.Id);
            t.ForeignKey("FK_data_protection_lines_data_protection_runs_KeepingRunId", l => l.KeepingRunId, "data_protection_runs", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_data_protection_lines_KeepingRunId", "data_protection_lines", "KeepingRunId");
    }
}

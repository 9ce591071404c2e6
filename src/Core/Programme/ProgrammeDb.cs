using Loim.Data;
using Loim.Programme.Deadlines;
using Loim.Programme.Order;
using Loim.Programme.Partnership;
using Loim.Programme.Planning;
using Loim.Programme.Quarters.Narratives;
using Loim.Programme.Spendings;
using Loim.Programme.Spendings.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Programme;

internal sealed class ProgrammeDb(DbContextOptions<ProgrammeDb> options) : ModuleDb(options)
{
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanLine> Lines => Set<PlanLine>();
    public DbSet<Spending> Spendings => Set<Spending>();
    public DbSet<Narrative> Narratives => Set<Narrative>();
    public DbSet<IndicatorTarget> Targets => Set<IndicatorTarget>();
    public DbSet<IndicatorRecord> IndicatorRecords => Set<IndicatorRecord>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();
    public DbSet<SpendingFile> Files => Set<SpendingFile>();
    public DbSet<PlanLineCard> LineCards => Set<PlanLineCard>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPlanLines();
        model.Entity<Plan>().HasIndex(p => p.Year).IsUnique();
        model.Entity<PlanLine>().HasIndex(l => new { l.PlanId, l.Owner, l.Position });
        model.Entity<Spending>().HasOne(s => s.Line).WithMany().HasForeignKey(s => s.LineId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<Spending>().HasQueryFilter("access", s => Viewer.Can("programme.read"));
        model.Entity<SpendingFile>().HasIndex(f => f.SpendingId);
        model.Entity<SpendingFile>().HasQueryFilter("access", f => Viewer.Can("programme.read"));
        model.Entity<Narrative>().HasIndex(n => new { n.Quarter, n.LineId, n.Version }).IsUnique();
        model.Entity<Narrative>().HasQueryFilter("access", n => Viewer.Can("programme.read"));
        model.Entity<Agreement>().HasQueryFilter("access", a => Viewer.Can("programme.read"));
        model.Entity<Post>().HasQueryFilter("access", p => Viewer.Can("programme.read"));
        model.Entity<Deadline>().HasQueryFilter("access", d => Viewer.Can("programme.read"));
        model.Entity<IndicatorTarget>().HasIndex(t => new { t.Indicator, t.Year }).IsUnique();
        model.Entity<IndicatorRecord>().HasIndex(r => new { r.Indicator, r.On });
        model.Entity<IndicatorRecord>().HasQueryFilter("access", r => Viewer.Can("programme.read"));
    }
}

[DbContext(typeof(ProgrammeDb)), Migration("0001_programme")]
internal sealed class Programme0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_plans", t => new
        {
            Id = t.Column<Guid>(),
            Year = t.Column<int>(),
            Order = t.Column<string>(nullable: true),
            OrderedOn = t.Column<DateOnly>(nullable: true),
            ImportedAt = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_programme_plans", p => p.Id));
        m.CreateIndex("IX_programme_plans_Year", "programme_plans", "Year", unique: true);
        m.CreateTable("programme_lines", t => new
        {
            Id = t.Column<Guid>(),
            PlanId = t.Column<Guid>(),
            ParentId = t.Column<Guid>(nullable: true),
            Position = t.Column<int>(),
            Owner = t.Column<string>(),
            OwnerKind = t.Column<string>(),
            Code = t.Column<string>(),
            ParentCode = t.Column<string>(),
            TitleEt = t.Column<string>(),
            TitleEn = t.Column<string>(),
            OverallStart = t.Column<DateOnly>(nullable: true),
            OverallEnd = t.Column<DateOnly>(nullable: true),
            PlanStart = t.Column<DateOnly>(nullable: true),
            PlanEnd = t.Column<DateOnly>(nullable: true),
            BudgetCents = t.Column<long>(),
            Responsible = t.Column<string>(),
            IsGroup = t.Column<bool>(),
            SourceTable = t.Column<string>(),
            Note = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_programme_lines", l => l.Id));
        m.CreateIndex("IX_programme_lines_PlanId_Owner_Position", "programme_lines", ["PlanId", "Owner", "Position"]);
        m.CreateTable("programme_spendings", t => new
        {
            Id = t.Column<Guid>(),
            LineId = t.Column<Guid>(),
            CommittedOn = t.Column<DateOnly>(),
            CommittedCents = t.Column<long>(),
            PaidOn = t.Column<DateOnly>(nullable: true),
            PaidCents = t.Column<long>(nullable: true),
            Document = t.Column<string>(),
            Description = t.Column<string>(),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            VoidReason = t.Column<string>(nullable: true),
            VoidedAt = t.Column<DateTime>(nullable: true),
            VoidedBy = t.Column<Guid>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_programme_spendings", s => s.Id);
            t.ForeignKey("FK_programme_spendings_LineId", s => s.LineId, "programme_lines", "Id", onDelete: ReferentialAction.Restrict);
        });
        m.CreateIndex("IX_programme_spendings_LineId", "programme_spendings", "LineId");
        m.Sql("""
            CREATE VIEW programme_line_cards AS
            SELECT l."Id", l."Owner", l."Code", l."TitleEt", l."TitleEn", l."IsGroup", l."BudgetCents", p."Year", l."Position"
            FROM programme_lines l JOIN programme_plans p ON p."Id" = l."PlanId"
            """);
    }
}

[DbContext(typeof(ProgrammeDb)), Migration("0002_narratives")]
internal sealed class Narratives0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_narratives", t => new
        {
            Id = t.Column<Guid>(),
            LineId = t.Column<Guid>(),
            Quarter = t.Column<DateOnly>(),
            Version = t.Column<int>(),
            Text = t.Column<string>(),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_programme_narratives", n => n.Id));
        m.CreateIndex("IX_programme_narratives_Quarter_LineId_Version", "programme_narratives", ["Quarter", "LineId", "Version"], unique: true);
    }
}

[DbContext(typeof(ProgrammeDb)), Migration("0003_order_indicators")]
internal sealed class OrderIndicators0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_targets", t => new { Id = t.Column<Guid>(), Indicator = t.Column<string>(), Year = t.Column<int>(), Amount = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_programme_targets", x => x.Id));
        m.CreateIndex("IX_programme_targets_Indicator_Year", "programme_targets", ["Indicator", "Year"], unique: true);
        m.CreateTable("programme_indicator_records", t => new
        {
            Id = t.Column<Guid>(),
            Indicator = t.Column<string>(),
            Owner = t.Column<string>(),
            On = t.Column<DateOnly>(),
            Amount = t.Column<long>(),
            SourceTable = t.Column<string>(nullable: true),
            Order = t.Column<string>(nullable: true),
            OrderedOn = t.Column<DateOnly>(nullable: true),
            Source = t.Column<string>(nullable: true),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            VoidedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_programme_indicator_records", r => r.Id));
        m.CreateIndex("IX_programme_indicator_records_Indicator_On", "programme_indicator_records", ["Indicator", "On"]);
    }
}

[DbContext(typeof(ProgrammeDb)), Migration("0004_partnership")]
internal sealed class Partnership0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_agreements", t => new
        {
            Id = t.Column<Guid>(),
            Number = t.Column<string>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(),
            IsVoid = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_programme_agreements", a => a.Id));
        m.CreateTable("programme_posts", t => new
        {
            Id = t.Column<Guid>(),
            Role = t.Column<string>(),
            Duties = t.Column<string>(),
            IsCoordinator = t.Column<bool>(),
            Load = t.Column<int>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(nullable: true),
            LineId = t.Column<Guid>(nullable: true),
            IsVoid = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_programme_posts", p => p.Id));
        m.CreateTable("programme_deadlines", t => new
        {
            Id = t.Column<Guid>(),
            Title = t.Column<string>(),
            ProvisionalOn = t.Column<DateOnly>(),
            AgreedOn = t.Column<DateOnly>(nullable: true),
            DoneOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_programme_deadlines", d => d.Id));
    }
}

[DbContext(typeof(ProgrammeDb)), Migration("0005_files")]
internal sealed class Files0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("programme_files", t => new
        {
            Id = t.Column<Guid>(),
            SpendingId = t.Column<Guid>(),
            Name = t.Column<string>(),
            Type = t.Column<string>(),
            Size = t.Column<int>(),
            Content = t.Column<byte[]>(),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            IsRemoved = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_programme_files", f => f.Id));
        migrationBuilder.CreateIndex("IX_programme_files_SpendingId", "programme_files", "SpendingId");
    }
}

using Loim.Data;
using Loim.People;
using Loim.Programme.Deadlines;
using Loim.Programme.Order;
using Loim.Programme.Partnership;
using Loim.Programme.Planning;
using Loim.Programme.Quarters.InterimReports;
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
    public DbSet<InterimReport> InterimReports => Set<InterimReport>();
    public DbSet<ReportAnswer> ReportAnswers => Set<ReportAnswer>();
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
        model.SeesPeople(this);
        model.Entity<Plan>().HasIndex(p => p.Year).IsUnique();
        model.Entity<PlanLine>().HasIndex(l => new { l.PlanId, l.Owner, l.Position });
        model.Entity<Spending>().HasOne(s => s.Line).WithMany().HasForeignKey(s => s.LineId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<Spending>().HasQueryFilter(Conventions.Access, s => Viewer.Can("programme.read"));
        model.Entity<SpendingFile>().HasIndex(f => f.SpendingId);
        model.Entity<SpendingFile>().HasQueryFilter(Conventions.Access, f => Viewer.Can("programme.read"));
        model.Entity<Narrative>().HasIndex(n => new { n.Quarter, n.LineId, n.Version }).IsUnique();
        model.Entity<Narrative>().HasQueryFilter(Conventions.Access, n => Viewer.Can("programme.read"));
        model.Entity<InterimReport>().HasIndex(r => new { r.Quarter, r.Version }).IsUnique();
        model.Entity<InterimReport>().HasMany(r => r.Answers).WithOne().HasForeignKey(a => a.ReportId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<InterimReport>().HasQueryFilter(Conventions.Access, r => Viewer.Can("programme.read"));
        model.Entity<ReportAnswer>().HasQueryFilter(Conventions.Access, a => Viewer.Can("programme.read"));
        model.Entity<Agreement>().HasQueryFilter(Conventions.Access, a => Viewer.Can("programme.read"));
        model.Entity<Post>().HasQueryFilter(Conventions.Access, p => Viewer.Can("programme.read"));
        model.Entity<Deadline>().HasQueryFilter(Conventions.Access, d => Viewer.Can("programme.read"));
        model.Entity<IndicatorTarget>().HasIndex(t => new { t.Indicator, t.Year }).IsUnique();
        model.Entity<IndicatorRecord>().HasIndex(r => new { r.Indicator, r.On });
        model.Entity<IndicatorRecord>().HasQueryFilter(Conventions.Access, r => Viewer.Can("programme.read"));
    }
}

[DbContext(typeof(ProgrammeDb)), Migration("0001_programme")]
internal sealed class Programme0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Plans(migrationBuilder);
        Lines(migrationBuilder);
        Spendings(migrationBuilder);
        migrationBuilder.Sql("""
            CREATE VIEW programme_line_cards AS
            SELECT l."Id", l."Owner", l."Code", l."TitleEt", l."TitleEn", l."IsGroup", l."BudgetCents", p."Year", l."Position"
            FROM programme_lines l JOIN programme_plans p ON p."Id" = l."PlanId"
            """);
    }

    private static void Plans(MigrationBuilder m)
    {
        m.CreateTable("programme_plans", t => new
        {
            Id = t.Column<Guid>(),
            Year = t.Column<int>(),
            Order = t.Column<string>(nullable: true),
            OrderedOn = t.Column<DateOnly>(nullable: true),
            ImportedAt = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_programme_plans", p => p.Id));
        m.CreateIndex("IX_programme_plans_Year", "programme_plans", "Year", unique: true);
    }

    private static void Lines(MigrationBuilder m)
    {
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
    }

    private static void Spendings(MigrationBuilder m)
    {
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
    }
}

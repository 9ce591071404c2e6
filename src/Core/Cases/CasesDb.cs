using Loim.Cases.Enquiries;
using Loim.Data;
using Loim.People;
using Loim.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases;

internal sealed class CasesDb(DbContextOptions<CasesDb> options) : ModuleDb(options)
{
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();
    public DbSet<EnquiryService> EnquiryServices => Set<EnquiryService>();
    public DbSet<EnquiryTopic> EnquiryTopics => Set<EnquiryTopic>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPeople(this);
        model.SeesPlanLines();
        model.Entity<Enquiry>(enquiry =>
        {
            enquiry.Property(e => e.Channel).HasConversion<string>();
            enquiry.Property(e => e.Language).HasConversion<string>();
            enquiry.Property(e => e.Outcome).HasConversion<string>();
            enquiry.HasIndex(e => new { e.Day, e.Id });
            enquiry.HasIndex(e => e.PersonId);
            enquiry.HasMany(e => e.Services).WithOne(s => s.Enquiry).HasForeignKey(s => s.EnquiryId);
            enquiry.HasMany(e => e.Topics).WithOne(t => t.Enquiry).HasForeignKey(t => t.EnquiryId);
            enquiry.HasQueryFilter(Conventions.Access, e => Viewer.IsHouse
                || Viewer.Can("cases.read") && (e.Organisation == null || e.Organisation == Viewer.Organisation));
        });
        model.Entity<EnquiryService>(service =>
        {
            service.HasIndex(s => new { s.EnquiryId, s.Code }).IsUnique();
            service.HasQueryFilter(Conventions.Access, s => Viewer.IsHouse
                || Viewer.Can("cases.read") && (s.Enquiry!.Organisation == null || s.Enquiry.Organisation == Viewer.Organisation));
        });
        model.Entity<EnquiryTopic>(topic =>
        {
            topic.HasIndex(t => new { t.EnquiryId, t.Code }).IsUnique();
            topic.HasQueryFilter(Conventions.Access, t => Viewer.IsHouse
                || Viewer.Can("cases.read") && (t.Enquiry!.Organisation == null || t.Enquiry.Organisation == Viewer.Organisation));
        });
    }
}

[DbContext(typeof(CasesDb)), Migration("0001_enquiries")]
internal sealed class Cases0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("cases_enquiries", t => new
        {
            Id = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            LoggedAt = t.Column<DateTime>(),
            Channel = t.Column<string>(),
            Language = t.Column<string>(nullable: true),
            Minutes = t.Column<int>(nullable: true),
            Outcome = t.Column<string>(),
            SentTo = t.Column<string>(nullable: true),
            PersonId = t.Column<Guid>(nullable: true),
            Note = t.Column<string>(nullable: true),
            PlanLine = t.Column<Guid>(nullable: true),
            LoggedBy = t.Column<Guid>(),
            LoggedByName = t.Column<string>(),
            Organisation = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_cases_enquiries", e => e.Id));
        m.CreateIndex("IX_cases_enquiries_Day_Id", "cases_enquiries", ["Day", "Id"]);
        m.CreateIndex("IX_cases_enquiries_PersonId", "cases_enquiries", "PersonId");
        CreatePart(m, "cases_enquiry_services");
        CreatePart(m, "cases_enquiry_topics");
    }

    private static void CreatePart(MigrationBuilder m, string table)
    {
        m.CreateTable(table, t => new { Id = t.Column<Guid>(), EnquiryId = t.Column<Guid>(), Code = t.Column<string>() }, constraints: t =>
        {
            t.PrimaryKey($"PK_{table}", p => p.Id);
            t.ForeignKey($"FK_{table}_cases_enquiries_EnquiryId", p => p.EnquiryId, "cases_enquiries", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex($"IX_{table}_EnquiryId_Code", table, ["EnquiryId", "Code"], unique: true);
    }
}

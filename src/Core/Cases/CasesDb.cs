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
    public DbSet<ServiceGiven> ServicesGiven => Set<ServiceGiven>();
    public DbSet<TopicRaised> TopicsRaised => Set<TopicRaised>();

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
            enquiry.HasIndex(e => new { e.Channel, e.Day, e.Id, e.Organisation });
            enquiry.HasIndex(e => e.PersonId);
            enquiry.HasQueryFilter(Conventions.Access, e => Viewer.IsHouse
                || Viewer.Can("cases.read") && (e.Organisation == null || e.Organisation == Viewer.Organisation));
        });
        model.Entity<ServiceGiven>(service =>
        {
            service.ToView("cases_services_given").HasNoKey();
            service.HasQueryFilter(Conventions.Access, s => Viewer.IsHouse
                || Viewer.Can("cases.read") && (s.Organisation == null || s.Organisation == Viewer.Organisation));
        });
        model.Entity<TopicRaised>(topic =>
        {
            topic.ToView("cases_topics_raised").HasNoKey();
            topic.HasQueryFilter(Conventions.Access, t => Viewer.IsHouse
                || Viewer.Can("cases.read") && (t.Organisation == null || t.Organisation == Viewer.Organisation));
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
            Services = t.Column<string>(),
            Topics = t.Column<string>(),
            PersonId = t.Column<Guid>(nullable: true),
            Note = t.Column<string>(nullable: true),
            PlanLine = t.Column<Guid>(nullable: true),
            LoggedBy = t.Column<Guid>(),
            LoggedByName = t.Column<string>(),
            Organisation = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_cases_enquiries", e => e.Id));
        m.CreateIndex("IX_cases_enquiries_Day_Id", "cases_enquiries", ["Day", "Id"]);
        m.CreateIndex("IX_cases_enquiries_Channel_Day_Id_Organisation", "cases_enquiries", ["Channel", "Day", "Id", "Organisation"]);
        m.CreateIndex("IX_cases_enquiries_PersonId", "cases_enquiries", "PersonId");
        m.Sql("""
            CREATE VIEW cases_services_given AS
            SELECT e."Id" AS "EnquiryId", e."Day", e."PersonId", e."PlanLine", e."Organisation", s."value" AS "Code"
            FROM cases_enquiries AS e, json_each(e."Services") AS s
            """);
        m.Sql("""
            CREATE VIEW cases_topics_raised AS
            SELECT e."Id" AS "EnquiryId", e."Day", e."Organisation", t."value" AS "Code"
            FROM cases_enquiries AS e, json_each(e."Topics") AS t
            """);
    }
}

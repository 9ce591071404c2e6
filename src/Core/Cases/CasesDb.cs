using Loim.Cases.Assessments;
using Loim.Cases.BreakGlass;
using Loim.Cases.Casework;
using Loim.Cases.Closing;
using Loim.Cases.Enquiries;
using Loim.Cases.Notes;
using Loim.Cases.Plans;
using Loim.Cases.Referrals;
using Loim.Data;
using Loim.Network.Organisations;
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
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseCard> Cards => Set<CaseCard>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<Improvement> Improvements => Set<Improvement>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<Step> Steps => Set<Step>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Closure> Closures => Set<Closure>();
    public DbSet<Opening> Openings => Set<Opening>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPeople(this);
        model.SeesPlanLines();
        model.SeesOrganisations(this);
        ShapeEnquiries(model);
        ShapeCases(model);
        ShapePlans(model);
        ShapeReferrals(model);
    }

    private void ShapeEnquiries(ModelBuilder model)
    {
        model.Entity<Enquiry>(enquiry =>
        {
            enquiry.Property(e => e.Channel).HasConversion<string>();
            enquiry.Property(e => e.Language).HasConversion<string>();
            enquiry.Property(e => e.Outcome).HasConversion<string>();
            enquiry.HasIndex(e => new { e.Day, e.Id });
            enquiry.HasIndex(e => new { e.Channel, e.Day, e.Id, e.Organisation });
            enquiry.HasIndex(e => e.PersonId);
            enquiry.HasIndex(e => e.RequestId);
            enquiry.HasQueryFilter(Conventions.Access, e => Viewer.IsHouse
                || Viewer.Can("cases.read") && e.Organisation == Viewer.Organisation);
        });
        model.Entity<ServiceGiven>(service =>
        {
            service.ToView("cases_services_given").HasNoKey();
            service.HasQueryFilter(Conventions.Access, s => Viewer.IsHouse
                || Viewer.Can("cases.read") && s.Organisation == Viewer.Organisation);
        });
        model.Entity<TopicRaised>(topic =>
        {
            topic.ToView("cases_topics_raised").HasNoKey();
            topic.HasQueryFilter(Conventions.Access, t => Viewer.IsHouse
                || Viewer.Can("cases.read") && t.Organisation == Viewer.Organisation);
        });
    }

    /// <summary>A case is seen by its case manager; unless it is confidential, by colleagues of the same organisation and by those who
    /// may see all; and for a while by whoever gave a reason. Whatever belongs to it is seen with it.</summary>
    private void ShapeCases(ModelBuilder model)
    {
        model.Entity<Case>(it =>
        {
            it.HasIndex(c => new { c.Owner, c.ClosedOn });
            it.HasIndex(c => c.PersonId);
            it.HasIndex(c => c.OpenedOn);
            it.HasQueryFilter(Conventions.Access, c => Viewer.IsHouse || Viewer.Can("cases.casework")
                && (c.Owner == Viewer.Account || !c.IsConfidential && (c.Organisation == Viewer.Organisation || Viewer.Can("cases.see-all"))
                    || Openings.Any(o => o.CaseId == c.Id && o.Account == Viewer.Account && o.Until > Now)));
        });
        model.Entity<Opening>().HasIndex(o => new { o.Account, o.CaseId });
        model.Entity<Opening>().HasIndex(o => o.CaseId);
        // It stands in the filter of cases, so it cannot ask for theirs; who sees the case shows it.
        model.Entity<Opening>().HasQueryFilter(Conventions.Access, _ => Viewer.IsHouse || Viewer.Can("cases.casework"));
        model.Entity<Closure>(closure =>
        {
            closure.Property(c => c.Outcome).HasConversion<string>();
            closure.HasIndex(c => c.CaseId);
            closure.HasQueryFilter(Conventions.Access, c => Viewer.IsHouse || Cases.Any(it => it.Id == c.CaseId));
        });
        model.Entity<CaseCard>(card =>
        {
            card.ToView("cases_cards").Property(c => c.Stage).HasConversion<string>();
            card.HasQueryFilter(Conventions.Access, c => Viewer.IsHouse || Cases.Any(it => it.Id == c.Id));
        });
        model.Entity<Assessment>().HasIndex(a => a.CaseId);
        model.Entity<Assessment>().HasMany(a => a.Ratings).WithOne().HasForeignKey(r => r.AssessmentId);
        model.Entity<Assessment>().HasQueryFilter(Conventions.Access, a => Viewer.IsHouse || Cases.Any(c => c.Id == a.CaseId));
        model.Entity<Rating>().Property(r => r.Domain).HasConversion<string>();
        model.Entity<Rating>().HasQueryFilter(Conventions.Access, r => Viewer.IsHouse || Cases.Any(c => c.Id == r.CaseId));
        model.Entity<Improvement>().ToView("cases_improvements")
            .HasQueryFilter(Conventions.Access, i => Viewer.IsHouse || Cases.Any(c => c.Id == i.CaseId));
    }

    private void ShapePlans(ModelBuilder model)
    {
        model.Entity<Goal>(goal =>
        {
            goal.Property(g => g.Domain).HasConversion<string>();
            goal.HasIndex(g => g.CaseId);
            goal.HasMany(g => g.Steps).WithOne().HasForeignKey(s => s.GoalId);
            goal.HasQueryFilter(Conventions.Access, g => Viewer.IsHouse || Cases.Any(c => c.Id == g.CaseId));
        });
        model.Entity<Step>(step =>
        {
            step.Property(s => s.Doer).HasConversion<string>();
            step.HasIndex(s => new { s.CaseId, s.DueOn });
            step.HasQueryFilter(Conventions.Access, s => Viewer.IsHouse || Cases.Any(c => c.Id == s.CaseId));
        });
        model.Entity<Note>(note =>
        {
            note.Property(n => n.Level).HasConversion<string>();
            note.HasIndex(n => n.CaseId);
            note.HasQueryFilter(Conventions.Access, n => Viewer.IsHouse
                || (n.Level == NoteLevel.Case || n.Author == Viewer.Account) && Cases.Any(c => c.Id == n.CaseId));
        });
    }

    private void ShapeReferrals(ModelBuilder model) => model.Entity<Referral>(referral =>
    {
        referral.Property(r => r.State).HasConversion<string>();
        referral.HasIndex(r => r.CaseId);
        referral.HasIndex(r => r.AnsweredOn);
        referral.HasQueryFilter(Conventions.Access, r => Viewer.IsHouse || Cases.Any(c => c.Id == r.CaseId));
    });
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

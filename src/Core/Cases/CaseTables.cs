using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases;

[DbContext(typeof(CasesDb)), Migration("0002_cases")]
internal sealed class Cases0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("cases_cases", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            OpenedOn = t.Column<DateOnly>(),
            OpenedBy = t.Column<Guid>(),
            Owner = t.Column<Guid>(),
            OwnerName = t.Column<string>(),
            Organisation = t.Column<string>(nullable: true),
            Reason = t.Column<string>(),
            ClosedOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_cases_cases", c => c.Id));
        m.CreateIndex("IX_cases_cases_Owner_ClosedOn", "cases_cases", ["Owner", "ClosedOn"]);
        m.CreateIndex("IX_cases_cases_PersonId", "cases_cases", "PersonId");
        m.CreateIndex("IX_cases_cases_OpenedOn", "cases_cases", "OpenedOn");
        Assessments(m);
        Plans(m);
        Notes(m);
        Referrals(m);
        Views(m);
    }

    private static void Assessments(MigrationBuilder m)
    {
        m.CreateTable("cases_assessments", t => new
        {
            Id = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            By = t.Column<Guid>(),
            ByName = t.Column<string>(),
            Remark = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_cases_assessments", a => a.Id));
        m.CreateIndex("IX_cases_assessments_CaseId", "cases_assessments", "CaseId");
        m.CreateTable("cases_ratings", t => new
        {
            Id = t.Column<Guid>(),
            AssessmentId = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            Domain = t.Column<string>(),
            Score = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_cases_ratings", r => r.Id);
            t.ForeignKey("FK_cases_ratings_assessment", r => r.AssessmentId, "cases_assessments", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_cases_ratings_AssessmentId", "cases_ratings", "AssessmentId");
    }

    private static void Plans(MigrationBuilder m)
    {
        m.CreateTable("cases_goals", t => new
        {
            Id = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            SetOn = t.Column<DateOnly>(),
            Domain = t.Column<string>(nullable: true),
            Text = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_cases_goals", g => g.Id));
        m.CreateIndex("IX_cases_goals_CaseId", "cases_goals", "CaseId");
        m.CreateTable("cases_steps", t => new
        {
            Id = t.Column<Guid>(),
            GoalId = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            What = t.Column<string>(),
            Doer = t.Column<string>(),
            DueOn = t.Column<DateOnly>(),
            DoneOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_cases_steps", s => s.Id);
            t.ForeignKey("FK_cases_steps_goal", s => s.GoalId, "cases_goals", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_cases_steps_GoalId", "cases_steps", "GoalId");
        m.CreateIndex("IX_cases_steps_CaseId_DueOn", "cases_steps", ["CaseId", "DueOn"]);
    }

    private static void Notes(MigrationBuilder m)
    {
        m.CreateTable("cases_notes", t => new
        {
            Id = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Author = t.Column<Guid>(),
            AuthorName = t.Column<string>(),
            Level = t.Column<string>(),
            Text = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_cases_notes", n => n.Id));
        m.CreateIndex("IX_cases_notes_CaseId", "cases_notes", "CaseId");
    }

    private static void Referrals(MigrationBuilder m)
    {
        m.CreateTable("cases_referrals", t => new
        {
            Id = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            ReferredBy = t.Column<Guid>(),
            ReferredByName = t.Column<string>(),
            WrittenAt = t.Column<DateTime>(),
            Institution = t.Column<string>(),
            Email = t.Column<string>(),
            Language = t.Column<string>(),
            Need = t.Column<string>(),
            Contact = t.Column<string>(nullable: true),
            ConsentOn = t.Column<DateOnly>(nullable: true),
            OverriddenBy = t.Column<Guid>(nullable: true),
            OverriddenByName = t.Column<string>(nullable: true),
            OverrideReason = t.Column<string>(nullable: true),
            State = t.Column<string>(),
            SentAt = t.Column<DateTime>(nullable: true),
            AnsweredAt = t.Column<DateTime>(nullable: true),
            AnsweredOn = t.Column<DateOnly>(nullable: true),
            Answer = t.Column<string>(nullable: true),
            EndedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_cases_referrals", r => r.Id));
        m.CreateIndex("IX_cases_referrals_CaseId", "cases_referrals", "CaseId");
        m.CreateIndex("IX_cases_referrals_AnsweredOn", "cases_referrals", "AnsweredOn");
    }

    private static void Views(MigrationBuilder m)
    {
        m.Sql("""
            CREATE VIEW cases_cards AS
            SELECT c."Id", c."PersonId", c."Owner", c."OwnerName", c."Organisation", c."OpenedOn", c."ClosedOn",
                CASE
                    WHEN c."ClosedOn" IS NOT NULL THEN 'Closed'
                    WHEN EXISTS (SELECT 1 FROM cases_steps s WHERE s."CaseId" = c."Id" AND s."DoneOn" IS NOT NULL)
                        OR EXISTS (SELECT 1 FROM cases_referrals r WHERE r."CaseId" = c."Id" AND r."SentAt" IS NOT NULL) THEN 'InProgress'
                    WHEN EXISTS (SELECT 1 FROM cases_steps s WHERE s."CaseId" = c."Id") THEN 'Planned'
                    WHEN EXISTS (SELECT 1 FROM cases_assessments a WHERE a."CaseId" = c."Id") THEN 'Assessed'
                    ELSE 'New'
                END AS "Stage",
                (SELECT min(s."DueOn") FROM cases_steps s WHERE s."CaseId" = c."Id" AND s."DoneOn" IS NULL) AS "NextDue",
                (SELECT count(*) FROM cases_steps s WHERE s."CaseId" = c."Id") AS "Steps",
                (SELECT count(s."DoneOn") FROM cases_steps s WHERE s."CaseId" = c."Id") AS "StepsDone"
            FROM cases_cases c
            """);
        m.Sql("""
            CREATE VIEW cases_improvements AS
            SELECT i."Id", i."CaseId", i."PersonId", i."Day", i."Domain" FROM (
                SELECT r."Id", r."CaseId", a."PersonId", a."Day", r."Domain", r."Score",
                    LAG(r."Score") OVER (PARTITION BY r."CaseId", r."Domain" ORDER BY a."Day", a."Id") AS "Before"
                FROM cases_ratings r JOIN cases_assessments a ON a."Id" = r."AssessmentId") i
            WHERE i."Score" > i."Before"
            """);
    }
}

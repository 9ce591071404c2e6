using System.Text.Json;
using Loim.Programme;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tartu.ParticipationCouncil.Councils;
using Tartu.ParticipationCouncil.Meetings;
using Tartu.ParticipationCouncil.Members;
using Tartu.ParticipationCouncil.Proposals;
using Tartu.ParticipationCouncil.Wordings;

namespace Tartu.ParticipationCouncil;

/// <summary>Rows are the staff's. Public pages and those by link ask the house for what they show.</summary>
internal sealed class ParticipationCouncilDb(DbContextOptions<ParticipationCouncilDb> options) : ModuleDb(options)
{
    public DbSet<Council> Councils => Set<Council>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<CouncilMeeting> Meetings => Set<CouncilMeeting>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<ProgressStep> Steps => Set<ProgressStep>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPlanLines();
        model.Entity<Council>(HasWords);
        model.Entity<CouncilMeeting>(HasWords);
        model.Entity<Proposal>(HasWords);
        model.Entity<ProgressStep>(HasWords);
        model.Entity<Council>().Property(c => c.Phase).HasConversion<string>();
        model.Entity<Council>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("participation-council.manage"));
        model.Entity<Member>().HasIndex(m => m.CouncilId);
        model.Entity<Member>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("participation-council.manage"));
        model.Entity<CouncilMeeting>().HasIndex(m => new { m.CouncilId, m.Day });
        model.Entity<CouncilMeeting>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("participation-council.manage"));
        model.Entity<Proposal>(proposal =>
        {
            proposal.Property(p => p.Decision).HasConversion<string>();
            proposal.HasIndex(p => new { p.CouncilId, p.Number }).IsUnique();
            proposal.HasIndex(p => p.MemberId);
            proposal.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.ProposalId);
            proposal.HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("participation-council.manage"));
        });
        model.Entity<ProgressStep>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("participation-council.manage"));
    }

    private static void HasWords<T>(EntityTypeBuilder<T> it) where T : Translated => it.Property(t => t.Words).HasConversion(
        words => JsonSerializer.Serialize(words, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Web)!,
        new ValueComparer<IReadOnlyDictionary<string, string>>((a, b) => ReferenceEquals(a, b), words => words.Count, words => words));
}

[DbContext(typeof(ParticipationCouncilDb)), Migration("0001_participation_council")]
internal sealed class ParticipationCouncil0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddCouncils(migrationBuilder);
        AddProposals(migrationBuilder);
    }

    private static void AddCouncils(MigrationBuilder m)
    {
        m.CreateTable("participation_council_councils", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            Purpose = t.Column<string>(),
            Seats = t.Column<int>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(),
            CreatedOn = t.Column<DateOnly>(nullable: true),
            Evaluation = t.Column<string>(nullable: true),
            Phase = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_participation_council_councils", c => c.Id));
        m.CreateTable("participation_council_members", t => new
        {
            Id = t.Column<Guid>(),
            CouncilId = t.Column<Guid>(),
            Name = t.Column<string>(),
            Email = t.Column<string>(),
            Language = t.Column<string>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(),
            ForgottenAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_participation_council_members", x => x.Id));
        m.CreateIndex("IX_participation_council_members_CouncilId", "participation_council_members", "CouncilId");
        m.CreateTable("participation_council_meetings", t => new
        {
            Id = t.Column<Guid>(),
            CouncilId = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            Start = t.Column<TimeOnly>(),
            Place = t.Column<string>(),
            Agenda = t.Column<string>(),
            Outcome = t.Column<string>(nullable: true),
            PlanLine = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_participation_council_meetings", x => x.Id));
        m.CreateIndex("IX_participation_council_meetings_CouncilId_Day", "participation_council_meetings", ["CouncilId", "Day"]);
    }

    private static void AddProposals(MigrationBuilder m)
    {
        m.CreateTable("participation_council_proposals", t => new
        {
            Id = t.Column<Guid>(),
            CouncilId = t.Column<Guid>(),
            MemberId = t.Column<Guid>(),
            Number = t.Column<int>(),
            Title = t.Column<string>(),
            Text = t.Column<string>(),
            MadeOn = t.Column<DateOnly>(),
            AnswerDueOn = t.Column<DateOnly>(),
            PublishedOn = t.Column<DateOnly>(nullable: true),
            Decision = t.Column<string>(nullable: true),
            Reasons = t.Column<string>(nullable: true),
            AnsweredOn = t.Column<DateOnly>(nullable: true),
            IsDone = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_participation_council_proposals", p => p.Id));
        m.CreateIndex("IX_participation_council_proposals_CouncilId_Number", "participation_council_proposals", ["CouncilId", "Number"], unique: true);
        m.CreateIndex("IX_participation_council_proposals_MemberId", "participation_council_proposals", "MemberId");
        m.CreateTable("participation_council_steps", t => new
        {
            Id = t.Column<Guid>(),
            ProposalId = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            Text = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_participation_council_steps", s => s.Id);
            t.ForeignKey("FK_participation_council_steps_participation_council_proposals_ProposalId", s => s.ProposalId, "participation_council_proposals", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_participation_council_steps_ProposalId", "participation_council_steps", "ProposalId");
    }
}

[DbContext(typeof(ParticipationCouncilDb)), Migration("0002_languages")]
internal sealed class ParticipationCouncil0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "councils", "meetings", "proposals", "steps" })
        {
            migrationBuilder.AddColumn<string>("Language", $"participation_council_{table}", defaultValue: "et");
            migrationBuilder.AddColumn<string>("Words", $"participation_council_{table}", defaultValue: "{}");
        }
        migrationBuilder.AddColumn<string>("ReasonsLanguage", "participation_council_proposals", defaultValue: "et");
        migrationBuilder.AddColumn<bool>("IsCancelled", "participation_council_meetings", defaultValue: false);
    }
}

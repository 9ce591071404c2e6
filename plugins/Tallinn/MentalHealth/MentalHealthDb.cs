using Loim.People;
using Loim.Programme;
using Tallinn.MentalHealth.Referrals;
using Tallinn.MentalHealth.Sessions;

namespace Tallinn.MentalHealth;

/// <summary>The wall stands here: each filter says who is inside, and nobody else has a row.</summary>
internal sealed class MentalHealthDb(DbContextOptions<MentalHealthDb> options) : ModuleDb(options)
{
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<ReferralStatus> Statuses => Set<ReferralStatus>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<GroupSession> GroupSessions => Set<GroupSession>();

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<Referral>().HasIndex(r => new { r.State, r.At });
        model.Entity<Referral>().HasIndex(r => r.PersonId);
        model.Entity<Referral>().HasQueryFilter("access", r => Viewer.IsHouse
            || Viewer.Can("mental-health.treat") && (r.State == ReferralState.Sent || r.Specialist == Viewer.Account));
        model.Entity<ReferralStatus>().ToView("mental_health_referral_states")
            .HasQueryFilter("access", r => Viewer.IsHouse || Viewer.Can("mental-health.refer") && r.ReferredBy == Viewer.Account);
        model.Entity<Session>().HasIndex(s => s.Day);
        model.Entity<Session>().HasIndex(s => s.ReferralId);
        model.Entity<Session>().HasQueryFilter("access", s => Viewer.IsHouse || Viewer.Can("mental-health.treat") && s.Specialist == Viewer.Account);
        model.Entity<GroupSession>().HasIndex(s => s.Day);
        model.Entity<GroupSession>().HasQueryFilter("access", s => Viewer.IsHouse || Viewer.Can("mental-health.treat") && s.Specialist == Viewer.Account);

        // The referral hands the name over: a specialist sees the card of their own client, who may see no other person.
        model.SeesPeople(this);
        model.Entity<PersonCard>().HasQueryFilter("access", c => Viewer.IsHouse || Viewer.Can("people.read")
            || Viewer.Can("mental-health.treat") && Referrals.Any(r => r.PersonId == c.Id && r.Specialist == Viewer.Account));
        model.SeesPlanLines();
    }
}

[DbContext(typeof(MentalHealthDb)), Migration("0001_mental_health")]
internal sealed class MentalHealth0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("mental_health_referrals", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            Need = t.Column<string>(),
            Language = t.Column<int>(),
            ReferredBy = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            State = t.Column<int>(),
            Specialist = t.Column<Guid>(nullable: true),
            AcceptedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_mental_health_referrals", r => r.Id));
        m.CreateIndex("IX_mental_health_referrals_State_At", "mental_health_referrals", ["State", "At"]);
        m.CreateIndex("IX_mental_health_referrals_PersonId", "mental_health_referrals", "PersonId");
        m.CreateTable("mental_health_sessions", t => new
        {
            Id = t.Column<Guid>(),
            ReferralId = t.Column<Guid>(),
            Specialist = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            Minutes = t.Column<int>(),
            Kind = t.Column<int>(),
            PlanLine = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_mental_health_sessions", s => s.Id));
        m.CreateIndex("IX_mental_health_sessions_Day", "mental_health_sessions", "Day");
        m.CreateIndex("IX_mental_health_sessions_ReferralId", "mental_health_sessions", "ReferralId");
        m.Sql("""
            CREATE VIEW mental_health_referral_states AS
            SELECT "Id", "PersonId", "State", "ReferredBy", "At" FROM mental_health_referrals
            """);
    }
}

[DbContext(typeof(MentalHealthDb)), Migration("0002_groups_and_waiting")]
internal sealed class MentalHealth0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.AddColumn<DateOnly>("AcceptedOn", "mental_health_referrals", nullable: true);
        m.AddColumn<int>("Waited", "mental_health_referrals", nullable: true);
        m.CreateTable("mental_health_group_sessions", t => new
        {
            Id = t.Column<Guid>(),
            Specialist = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            Minutes = t.Column<int>(),
            Language = t.Column<int>(),
            Participants = t.Column<int>(),
            PlanLine = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_mental_health_group_sessions", s => s.Id));
        m.CreateIndex("IX_mental_health_group_sessions_Day", "mental_health_group_sessions", "Day");
    }
}

[DbContext(typeof(MentalHealthDb)), Migration("0003_group_names")]
internal sealed class MentalHealth0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Group", "mental_health_group_sessions", nullable: true);
}

[DbContext(typeof(MentalHealthDb)), Migration("0004_reach")]
internal sealed class MentalHealth0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Reach", "mental_health_referrals", nullable: true);
}

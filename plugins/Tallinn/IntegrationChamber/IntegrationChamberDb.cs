using Loim.Network.Organisations;
using Tallinn.IntegrationChamber.Inputs;
using Tallinn.IntegrationChamber.Joining;
using Tallinn.IntegrationChamber.Meetings;

namespace Tallinn.IntegrationChamber;

internal sealed class IntegrationChamberDb(DbContextOptions<IntegrationChamberDb> options) : ModuleDb(options)
{
    public DbSet<Member> Members => Set<Member>();
    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();
    public DbSet<ChamberMeeting> Meetings => Set<ChamberMeeting>();
    public DbSet<ChamberInput> Inputs => Set<ChamberInput>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesOrganisations(this);
        model.Entity<Member>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("integration-chamber.read"));
        model.Entity<JoinRequest>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("integration-chamber.write"));
        model.Entity<ChamberMeeting>().HasIndex(m => m.Day);
        model.Entity<ChamberMeeting>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("integration-chamber.read"));
        model.Entity<ChamberInput>().HasIndex(i => i.ReceivedOn);
        model.Entity<ChamberInput>().HasQueryFilter("access", _ => Viewer.IsHouse || Viewer.Can("integration-chamber.read"));
    }
}

[DbContext(typeof(IntegrationChamberDb)), Migration("0001_integration_chamber")]
internal sealed class IntegrationChamber0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Members(migrationBuilder);
        Meetings(migrationBuilder);
    }

    private static void Members(MigrationBuilder m)
    {
        m.CreateTable("integration_chamber_members", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            OrganisationId = t.Column<Guid>(nullable: true),
            Since = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_integration_chamber_members", x => x.Id));
        m.CreateTable("integration_chamber_join_requests", t => new
        {
            Id = t.Column<Guid>(),
            ArrivedAt = t.Column<DateTime>(),
            Name = t.Column<string>(),
            About = t.Column<string>(),
            Contact = t.Column<string>(),
            DecidedAt = t.Column<DateTime>(nullable: true),
            MemberId = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_integration_chamber_join_requests", x => x.Id));
    }

    private static void Meetings(MigrationBuilder m)
    {
        m.CreateTable("integration_chamber_meetings", t => new
        {
            Id = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            Place = t.Column<string>(),
            Topic = t.Column<string>(),
            Present = t.Column<int>(nullable: true),
            IsCancelled = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_integration_chamber_meetings", x => x.Id));
        m.CreateIndex("IX_integration_chamber_meetings_Day", "integration_chamber_meetings", "Day");
        m.CreateTable("integration_chamber_inputs", t => new
        {
            Id = t.Column<Guid>(),
            ReceivedOn = t.Column<DateOnly>(),
            MemberId = t.Column<Guid>(nullable: true),
            Text = t.Column<string>(),
            Outcome = t.Column<int>(),
            Answer = t.Column<string>(nullable: true),
            AnsweredOn = t.Column<DateOnly>(nullable: true),
            IsPublic = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_integration_chamber_inputs", x => x.Id));
        m.CreateIndex("IX_integration_chamber_inputs_ReceivedOn", "integration_chamber_inputs", "ReceivedOn");
    }
}

[DbContext(typeof(IntegrationChamberDb)), Migration("0002_slips")]
internal sealed class IntegrationChamber0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("RemovedOn", "integration_chamber_members", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("TakenBackOn", "integration_chamber_inputs", nullable: true);
    }
}

[DbContext(typeof(IntegrationChamberDb)), Migration("0003_meeting_start")]
internal sealed class IntegrationChamber0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<TimeOnly>("Start", "integration_chamber_meetings", nullable: true);
}

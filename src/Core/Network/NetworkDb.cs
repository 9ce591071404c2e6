using Loim.Data;
using Loim.Network.Cooperation;
using Loim.Network.Import;
using Loim.Network.Meetings;
using Loim.Network.Meetings.Deciding;
using Loim.Network.Organisations;
using Loim.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Network;

internal sealed class NetworkDb(DbContextOptions<NetworkDb> options) : ModuleDb(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<CooperationNetwork> Networks => Set<CooperationNetwork>();
    public DbSet<NetworkMember> Members => Set<NetworkMember>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<OrganisationImport> Imports => Set<OrganisationImport>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPlanLines();
        ShapeOrganisations(model);
        ShapeNetworks(model);
        ShapeMeetings(model);
    }

    private void ShapeOrganisations(ModelBuilder model)
    {
        ReadersSee<Organisation>(model, organisation =>
        {
            organisation.HasFold(nameof(Organisation.Name), nameof(Organisation.Offers));
            organisation.HasIndex(o => o.ImportId);
            organisation.Property(o => o.Sector).HasConversion<string>();
            organisation.HasMany(o => o.Units).WithOne().HasForeignKey(u => u.OrganisationId);
            organisation.HasMany(o => o.FormerNames).WithOne().HasForeignKey(n => n.OrganisationId);
        });
        ReadersSee<OrganisationUnit>(model, unit => unit.ToTable("OrganisationUnits"));
        ReadersSee<FormerName>(model, name => name.ToTable("FormerNames"));
        model.Entity<OrganisationImport>().HasQueryFilter(Conventions.Access, _ => Viewer.IsHouse || Viewer.Can("network.write"));
    }

    private void ShapeNetworks(ModelBuilder model)
    {
        ReadersSee<CooperationNetwork>(model, network =>
        {
            network.Ignore(n => n.Cadence);
            network.Property(n => n.State).HasConversion<string>();
            network.HasMany(n => n.Members).WithOne().HasForeignKey(m => m.NetworkId);
        });
        ReadersSee<NetworkMember>(model, member => member.HasIndex(m => m.OrganisationId));
    }

    private void ShapeMeetings(ModelBuilder model)
    {
        ReadersSee<Meeting>(model, meeting =>
        {
            meeting.Property(m => m.State).HasConversion<string>();
            meeting.HasIndex(m => new { m.NetworkId, m.Day });
            meeting.HasMany(m => m.Agenda).WithOne().HasForeignKey(i => i.MeetingId);
            meeting.HasMany(m => m.Attendances).WithOne().HasForeignKey(a => a.MeetingId);
        });
        ReadersSee<AgendaItem>(model, item => item.ToTable("AgendaItems"));
        ReadersSee<Attendance>(model, attendance => attendance.ToTable("Attendances"));
        ReadersSee<Decision>(model, decision =>
        {
            decision.Property(d => d.State).HasConversion<string>();
            decision.HasIndex(d => new { d.NetworkId, d.State });
            decision.HasIndex(d => d.MeetingId);
        });
    }

    /// <summary>Nothing here is about a person: whoever may read networks reads all of it.</summary>
    private void ReadersSee<T>(ModelBuilder model, Action<EntityTypeBuilder<T>> shape) where T : class
    {
        shape(model.Entity<T>());
        model.Entity<T>().HasQueryFilter(Conventions.Access, _ => Viewer.IsHouse || Viewer.Can("network.read"));
    }
}

[DbContext(typeof(NetworkDb)), Migration("0001_network")]
internal sealed class Network0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Organisations(migrationBuilder);
        Networks(migrationBuilder);
        Meetings(migrationBuilder);
    }

    private static void Organisations(MigrationBuilder m)
    {
        m.CreateTable("network_organisations", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            Sector = t.Column<string>(),
            Contact = t.Column<string>(nullable: true),
            Email = t.Column<string>(nullable: true),
            Phone = t.Column<string>(nullable: true),
            Website = t.Column<string>(nullable: true),
            Offers = t.Column<string>(nullable: true),
            Languages = t.Column<string>(),
            CheckedOn = t.Column<DateOnly>(nullable: true),
            EndedAt = t.Column<DateTime>(nullable: true),
            fold = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_network_organisations", o => o.Id));
        m.CreateIndex("IX_network_organisations_fold_Id", "network_organisations", ["fold", "Id"]);
        m.CreateTable("network_organisation_units", t => new { Id = t.Column<Guid>(), OrganisationId = t.Column<Guid>(), Name = t.Column<string>() },
            constraints: t => { t.PrimaryKey("PK_network_organisation_units", u => u.Id); t.ForeignKey("FK_network_organisation_units_network_organisations_OrganisationId", u => u.OrganisationId, "network_organisations", "Id", onDelete: ReferentialAction.Cascade); });
        m.CreateIndex("IX_network_organisation_units_OrganisationId", "network_organisation_units", "OrganisationId");
        m.CreateTable("network_former_names", t => new { Id = t.Column<Guid>(), OrganisationId = t.Column<Guid>(), Name = t.Column<string>(), Until = t.Column<DateOnly>() },
            constraints: t => { t.PrimaryKey("PK_network_former_names", n => n.Id); t.ForeignKey("FK_network_former_names_network_organisations_OrganisationId", n => n.OrganisationId, "network_organisations", "Id", onDelete: ReferentialAction.Cascade); });
        m.CreateIndex("IX_network_former_names_OrganisationId", "network_former_names", "OrganisationId");
        m.Sql("""
            CREATE VIEW network_organisation_cards AS
            SELECT "Id", "Name", "Sector", "Email", "Phone", "Website", "Offers", "Languages", "CheckedOn" FROM network_organisations WHERE "EndedAt" IS NULL
            """);
    }

    private static void Networks(MigrationBuilder m)
    {
        m.CreateTable("network_networks", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            Purpose = t.Column<string>(nullable: true),
            State = t.Column<string>(),
            FoundedOn = t.Column<DateOnly>(nullable: true),
            TimesAYear = t.Column<int>(),
            PausedQuarters = t.Column<string>(),
            PlanLine = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_network_networks", n => n.Id));
        m.CreateTable("network_members", t => new
        {
            Id = t.Column<Guid>(),
            NetworkId = t.Column<Guid>(),
            OrganisationId = t.Column<Guid>(),
            Role = t.Column<string>(nullable: true),
            Since = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(nullable: true),
        }, constraints: t => { t.PrimaryKey("PK_network_members", n => n.Id); t.ForeignKey("FK_network_members_network_networks_NetworkId", n => n.NetworkId, "network_networks", "Id", onDelete: ReferentialAction.Cascade); });
        m.CreateIndex("IX_network_members_NetworkId", "network_members", "NetworkId");
        m.CreateIndex("IX_network_members_OrganisationId", "network_members", "OrganisationId");
    }

    private static void Meetings(MigrationBuilder m)
    {
        m.CreateTable("network_meetings", t => new
        {
            Id = t.Column<Guid>(),
            NetworkId = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            Start = t.Column<TimeOnly>(nullable: true),
            Place = t.Column<string>(nullable: true),
            State = t.Column<string>(),
            Minutes = t.Column<string>(nullable: true),
            Guests = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_network_meetings", n => n.Id));
        m.CreateIndex("IX_network_meetings_NetworkId_Day", "network_meetings", ["NetworkId", "Day"]);
        m.CreateTable("network_agenda_items", t => new { Id = t.Column<Guid>(), MeetingId = t.Column<Guid>(), Title = t.Column<string>(), Position = t.Column<int>() },
            constraints: t => { t.PrimaryKey("PK_network_agenda_items", i => i.Id); t.ForeignKey("FK_network_agenda_items_network_meetings_MeetingId", i => i.MeetingId, "network_meetings", "Id", onDelete: ReferentialAction.Cascade); });
        m.CreateIndex("IX_network_agenda_items_MeetingId", "network_agenda_items", "MeetingId");
        m.CreateTable("network_attendances", t => new { Id = t.Column<Guid>(), MeetingId = t.Column<Guid>(), OrganisationId = t.Column<Guid>() },
            constraints: t => { t.PrimaryKey("PK_network_attendances", a => a.Id); t.ForeignKey("FK_network_attendances_network_meetings_MeetingId", a => a.MeetingId, "network_meetings", "Id", onDelete: ReferentialAction.Cascade); });
        m.CreateIndex("IX_network_attendances_MeetingId", "network_attendances", "MeetingId");
        m.CreateTable("network_decisions", t => new
        {
            Id = t.Column<Guid>(),
            NetworkId = t.Column<Guid>(),
            MeetingId = t.Column<Guid>(),
            Task = t.Column<string>(),
            Doer = t.Column<string>(),
            DueOn = t.Column<DateOnly>(nullable: true),
            State = t.Column<string>(),
            EndedOn = t.Column<DateOnly>(nullable: true),
            Outcome = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_network_decisions", d => d.Id));
        m.CreateIndex("IX_network_decisions_NetworkId_State", "network_decisions", ["NetworkId", "State"]);
        m.CreateIndex("IX_network_decisions_MeetingId", "network_decisions", "MeetingId");
    }
}

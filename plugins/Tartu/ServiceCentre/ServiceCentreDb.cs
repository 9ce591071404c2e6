using Loim.People;
using Loim.Programme;
using Tartu.ServiceCentre.BusCards;
using Tartu.ServiceCentre.Counting;
using Tartu.ServiceCentre.Registry;
using Tartu.ServiceCentre.Visits;

namespace Tartu.ServiceCentre;

/// <summary>Two organisations at one desk: each sees its own work and what was done together. Counts are told to whoever may see
/// statistics, rows are not.</summary>
/// <remarks>Source: TRT-01.</remarks>
internal sealed class ServiceCentreDb(DbContextOptions<ServiceCentreDb> options) : ModuleDb(options)
{
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<VisitService> VisitServices => Set<VisitService>();
    public DbSet<RegistryService> RegistryServices => Set<RegistryService>();
    public DbSet<BusCard> BusCards => Set<BusCard>();
    public DbSet<GivenService> Given => Set<GivenService>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPeople(this);
        model.SeesPlanLines();
        model.Entity<Visit>(visit =>
        {
            visit.Property(v => v.Language).HasConversion<string>();
            visit.Property(v => v.Basis).HasConversion<string>();
            visit.HasMany(v => v.Services).WithOne().HasForeignKey(s => s.VisitId);
            visit.HasIndex(v => v.Day);
            visit.HasIndex(v => v.PersonId);
            visit.HasQueryFilter("access", v => Viewer.IsHouse
                || Viewer.Can("service-centre.desk") && (v.IsJoint || v.Organisation == Viewer.Organisation));
        });
        model.Entity<VisitService>().HasQueryFilter("access", s => Viewer.IsHouse || Visits.Any(v => v.Id == s.VisitId));
        model.Entity<RegistryService>(registry =>
        {
            registry.Property(r => r.Kind).HasConversion<string>();
            registry.Property(r => r.Outcome).HasConversion<string>();
            registry.HasIndex(r => r.VisitId);
            registry.HasIndex(r => r.PersonId);
            registry.HasIndex(r => r.SettledOn);
            registry.HasQueryFilter("access", r => Viewer.IsHouse || Visits.Any(v => v.Id == r.VisitId));
        });
        model.Entity<BusCard>().HasIndex(c => c.Day);
        model.Entity<BusCard>().HasQueryFilter("access", c => Viewer.IsHouse
            || Viewer.Can("service-centre.desk") && c.Organisation == Viewer.Organisation);
        model.Entity<GivenService>().ToView("service_centre_given").HasQueryFilter("access", g => Viewer.IsHouse
            || Viewer.Can("service-centre.desk") && (g.IsJoint || g.Organisation == Viewer.Organisation));
    }
}

[DbContext(typeof(ServiceCentreDb)), Migration("0001_service_centre")]
internal sealed class ServiceCentre0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("service_centre_visits", t => new
        {
            Id = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Day = t.Column<DateOnly>(),
            Hour = t.Column<int>(),
            Language = t.Column<string>(),
            Basis = t.Column<string>(nullable: true),
            PersonId = t.Column<Guid>(nullable: true),
            Organisation = t.Column<string>(nullable: true),
            IsJoint = t.Column<bool>(),
            RecordedBy = t.Column<Guid>(),
            RecordedByName = t.Column<string>(),
            PlanLine = t.Column<Guid>(nullable: true),
            Topics = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_service_centre_visits", v => v.Id));
        m.CreateIndex("IX_service_centre_visits_Day", "service_centre_visits", "Day");
        m.CreateIndex("IX_service_centre_visits_PersonId", "service_centre_visits", "PersonId");
        m.CreateTable("service_centre_visit_services", t => new { Id = t.Column<Guid>(), VisitId = t.Column<Guid>(), Code = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_service_centre_visit_services", s => s.Id);
                t.ForeignKey("FK_service_centre_visit_services_service_centre_visits_VisitId", s => s.VisitId, "service_centre_visits", "Id", onDelete: ReferentialAction.Cascade);
            });
        m.CreateIndex("IX_service_centre_visit_services_VisitId", "service_centre_visit_services", "VisitId");
        AddRegistryServices(m);
        AddBusCards(m);
    }

    private static void AddRegistryServices(MigrationBuilder m)
    {
        m.CreateTable("service_centre_registry_services", t => new
        {
            Id = t.Column<Guid>(),
            VisitId = t.Column<Guid>(),
            Kind = t.Column<string>(),
            PersonId = t.Column<Guid>(nullable: true),
            OpenedOn = t.Column<DateOnly>(),
            PlanLine = t.Column<Guid>(nullable: true),
            Papers = t.Column<string>(),
            AppointmentOn = t.Column<DateOnly>(nullable: true),
            Outcome = t.Column<string>(nullable: true),
            SettledOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_service_centre_registry_services", r => r.Id));
        m.CreateIndex("IX_service_centre_registry_services_VisitId", "service_centre_registry_services", "VisitId");
        m.CreateIndex("IX_service_centre_registry_services_PersonId", "service_centre_registry_services", "PersonId");
        m.CreateIndex("IX_service_centre_registry_services_SettledOn", "service_centre_registry_services", "SettledOn");
    }

    private static void AddBusCards(MigrationBuilder m)
    {
        m.CreateTable("service_centre_bus_cards", t => new
        {
            Id = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Day = t.Column<DateOnly>(),
            Hour = t.Column<int>(),
            Organisation = t.Column<string>(nullable: true),
            CountedBy = t.Column<Guid>(),
        }, constraints: t => t.PrimaryKey("PK_service_centre_bus_cards", c => c.Id));
        m.CreateIndex("IX_service_centre_bus_cards_Day", "service_centre_bus_cards", "Day");
        m.Sql("""
            CREATE VIEW service_centre_given AS
            SELECT s."Id", s."VisitId", v."Day", v."Hour", v."Organisation", v."IsJoint", v."PersonId", v."PlanLine", s."Code"
            FROM service_centre_visit_services AS s JOIN service_centre_visits AS v ON v."Id" = s."VisitId"
            UNION ALL
            SELECT c."Id", NULL, c."Day", c."Hour", c."Organisation", FALSE, NULL, NULL, 'bus-card' FROM service_centre_bus_cards AS c
            """);
    }
}

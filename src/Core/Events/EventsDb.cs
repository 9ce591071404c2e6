using Loim.Data;
using Loim.Events.Feedbacks;
using Loim.Events.Import;
using Loim.Events.Registrations;
using Loim.People;
using Loim.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events;

internal sealed class EventsDb(DbContextOptions<EventsDb> options) : ModuleDb(options)
{
    public DbSet<Event> Events => Set<Event>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<Feedback> Feedbacks => Set<Feedback>();
    public DbSet<EventImport> Imports => Set<EventImport>();

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<Event>(planned =>
        {
            planned.HasFold(nameof(Event.Title)).HasIndex(e => e.Day);
            planned.HasIndex(e => e.Series);
            planned.HasIndex(e => e.ImportId);
            planned.Property(e => e.Words).AsJson();
            planned.HasQueryFilter(Conventions.Access, e => Viewer.IsHouse || Viewer.Can("events.write") || Viewer.Can("events.read") && e.State != EventState.Draft);
        });
        model.Entity<Registration>(registration =>
        {
            registration.HasIndex(r => new { r.EventId, r.Number }).IsUnique();
            registration.HasIndex(r => r.Ticket).IsUnique();
            registration.HasIndex(r => r.PersonId);
            registration.HasMany(r => r.Guests).WithOne().HasForeignKey(g => g.RegistrationId);
            registration.HasQueryFilter(Conventions.Access, r => Viewer.IsHouse || Viewer.Can("events.write") || Viewer.Can("events.register") && r.PersonId != null);
        });
        model.Entity<Guest>(guest =>
        {
            guest.HasIndex(g => g.EventId);
            guest.HasIndex(g => g.Who);
            guest.HasQueryFilter(Conventions.Access, g => Viewer.IsHouse || Viewer.Can("events.write"));
        });
        model.Entity<Feedback>().HasIndex(f => f.EventId);
        model.Entity<Feedback>().HasQueryFilter(Conventions.Access, f => Viewer.IsHouse || Viewer.Can("events.read"));
        model.Entity<EventImport>().HasQueryFilter(Conventions.Access, _ => Viewer.IsHouse || Viewer.Can("events.write"));
        model.SeesPeople(this);
        model.SeesPlanLines();
    }
}

[DbContext(typeof(EventsDb)), Migration("0001_events")]
internal sealed class Events0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("events_events", t => new
        {
            Id = t.Column<Guid>(),
            Kind = t.Column<string>(),
            Title = t.Column<string>(),
            Day = t.Column<DateOnly>(),
            Start = t.Column<TimeOnly>(),
            End = t.Column<TimeOnly>(),
            Venue = t.Column<string>(),
            Organiser = t.Column<string>(),
            PlanLine = t.Column<Guid>(nullable: true),
            JointWith = t.Column<string>(nullable: true),
            State = t.Column<int>(),
            Newcomers = t.Column<int>(nullable: true),
            Locals = t.Column<int>(nullable: true),
            fold = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_events_events", e => e.Id));
        m.CreateIndex("IX_events_events_Day", "events_events", "Day");
        m.CreateIndex("IX_events_events_fold_Id", "events_events", ["fold", "Id"]);
        m.Sql("""
            CREATE VIEW events_cards AS
            SELECT "Id", "Kind", "Title", "Day", "Start", "End", "Venue", "PlanLine", "State", "Newcomers", "Locals" FROM events_events
            """);
    }
}

[DbContext(typeof(EventsDb)), Migration("0002_planning")]
internal sealed class Events0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.AddColumn<string>("About", "events_events", nullable: true);
        m.AddColumn<string>("Words", "events_events", defaultValue: "{}");
        m.AddColumn<string>("Area", "events_events", defaultValue: "");
        m.AddColumn<string>("Groups", "events_events", defaultValue: "[]");
        m.AddColumn<string>("Language", "events_events", defaultValue: "et");
        m.AddColumn<string>("HelpLanguages", "events_events", defaultValue: "[]");
        m.AddColumn<int>("Capacity", "events_events", nullable: true);
        m.AddColumn<int>("Returning", "events_events", nullable: true);
        m.AddColumn<Guid>("Series", "events_events", nullable: true);
        m.CreateIndex("IX_events_events_Series", "events_events", "Series");
        m.Sql("DROP VIEW events_cards");
        m.Sql("""
            CREATE VIEW events_cards AS
            SELECT "Id", "Kind", "Title", "Day", "Start", "End", "Venue", "PlanLine", "State", "Newcomers", "Locals" FROM events_events WHERE "State" <> 3
            """);
    }
}

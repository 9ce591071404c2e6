using Loim.Events;
using Loim.People;
using Saaremaa.Volunteers.Hours;
using Saaremaa.Volunteers.Matches;

namespace Saaremaa.Volunteers;

internal sealed class VolunteersDb(DbContextOptions<VolunteersDb> options) : ModuleDb(options)
{
    public DbSet<Volunteer> Volunteers => Set<Volunteer>();
    public DbSet<LoggedHours> Hours => Set<LoggedHours>();
    public DbSet<Match> Matches => Set<Match>();

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<Volunteer>().HasIndex(v => v.LeftOn);
        model.Entity<Volunteer>().HasQueryFilter("access", v => Viewer.IsHouse || Viewer.Can("volunteers.read") || Viewer.Can("volunteers.keep"));
        model.Entity<LoggedHours>().HasIndex(h => new { h.VolunteerId, h.Day });
        model.Entity<LoggedHours>().HasIndex(h => h.Day);
        model.Entity<LoggedHours>().HasQueryFilter("access", h => Viewer.IsHouse || Viewer.Can("volunteers.read") || Viewer.Can("volunteers.keep"));
        model.Entity<Match>(match =>
        {
            match.HasIndex(m => m.VolunteerId);
            match.HasIndex(m => m.PersonId);
            match.HasIndex(m => m.EventId);
            match.HasQueryFilter("access", m => Viewer.IsHouse || Viewer.Can("volunteers.read") || Viewer.Can("volunteers.keep"));
        });
        model.SeesPeople(this);
        model.SeesEvents(this);
    }
}

[DbContext(typeof(VolunteersDb)), Migration("0001_volunteers")]
internal sealed class Volunteers0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("volunteers_volunteers", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            Email = t.Column<string>(),
            Languages = t.Column<string>(),
            Skills = t.Column<string>(),
            CheckedOn = t.Column<DateOnly>(nullable: true),
            Language = t.Column<string>(),
            LeftOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_volunteers_volunteers", v => v.Id));
        m.CreateIndex("IX_volunteers_volunteers_LeftOn", "volunteers_volunteers", "LeftOn");
        m.CreateTable("volunteers_hours", t => new
        {
            Id = t.Column<Guid>(),
            VolunteerId = t.Column<Guid>(),
            Day = t.Column<DateOnly>(),
            Hours = t.Column<int>(),
            Skill = t.Column<string>(),
            LoggedAt = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_volunteers_hours", h => h.Id));
        m.CreateIndex("IX_volunteers_hours_VolunteerId_Day", "volunteers_hours", ["VolunteerId", "Day"]);
        m.CreateIndex("IX_volunteers_hours_Day", "volunteers_hours", "Day");
    }
}

[DbContext(typeof(VolunteersDb)), Migration("0002_hours_taken_back")]
internal sealed class Volunteers0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateTime>("TakenBackAt", "volunteers_hours", nullable: true);
}

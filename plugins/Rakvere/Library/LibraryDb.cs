using Loim.Events;
using Loim.Programme;
using Rakvere.Library.Activities;
using Rakvere.Library.Catalogues;
using Rakvere.Library.Catalogues.Collections;
using Rakvere.Library.Courses;
using Rakvere.Library.Courses.Learners;

namespace Rakvere.Library;

internal sealed class LibraryDb(DbContextOptions<LibraryDb> options) : ModuleDb(options)
{
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<ReadingTitle> Reading => Set<ReadingTitle>();
    public DbSet<Collection> Collections => Set<Collection>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<Learner> Learners => Set<Learner>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesEvents(this);
        model.SeesPlanLines();
        model.Entity<Activity>().HasIndex(a => a.EventId).IsUnique();
        model.Entity<Activity>().HasQueryFilter("access", a => Viewer.IsHouse || Viewer.Can("library.read"));
        model.Entity<ReadingTitle>().HasIndex(t => new { t.ActivityId, t.Number }).IsUnique();
        model.Entity<ReadingTitle>().HasQueryFilter("access", t => Viewer.IsHouse || Viewer.Can("library.read"));
        model.Entity<Collection>().HasQueryFilter("access", c => Viewer.IsHouse || Viewer.Can("library.read"));
        model.Entity<Course>().HasQueryFilter("access", c => Viewer.IsHouse || Viewer.Can("library.read"));
        model.Entity<Learner>().HasIndex(l => new { l.CourseId, l.Number }).IsUnique();
        model.Entity<Learner>().HasQueryFilter("access", l => Viewer.IsHouse || Viewer.Can("library.read"));
    }
}

[DbContext(typeof(LibraryDb)), Migration("0001_activities")]
internal sealed class Library0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("library_activities", t => new
        {
            Id = t.Column<Guid>(),
            EventId = t.Column<Guid>(),
            Room = t.Column<string>(),
            Language = t.Column<string>(),
            Partner = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_library_activities", a => a.Id));
        m.CreateIndex("IX_library_activities_EventId", "library_activities", "EventId", unique: true);
        m.CreateTable("library_reading", t => new
        {
            Id = t.Column<Guid>(),
            ActivityId = t.Column<Guid>(),
            Number = t.Column<string>(),
            Name = t.Column<string>(),
            Origin = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_library_reading", r => r.Id));
        m.CreateIndex("IX_library_reading_ActivityId_Number", "library_reading", ["ActivityId", "Number"], unique: true);
        m.CreateTable("library_collections", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            Language = t.Column<string>(),
            Level = t.Column<string>(),
            Words = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_library_collections", c => c.Id));
    }
}

[DbContext(typeof(LibraryDb)), Migration("0002_courses")]
internal sealed class Library0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("library_courses", t => new
        {
            Id = t.Column<Guid>(),
            Title = t.Column<string>(),
            Language = t.Column<string>(),
            Room = t.Column<string>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(),
            Places = t.Column<int>(),
            PlanLine = t.Column<Guid>(nullable: true),
            FinishedOn = t.Column<DateOnly>(nullable: true),
            ActivityId = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_library_courses", c => c.Id));
        m.CreateTable("library_learners", t => new
        {
            Id = t.Column<Guid>(),
            CourseId = t.Column<Guid>(),
            Number = t.Column<int>(),
            Language = t.Column<string>(),
            IsLocal = t.Column<bool>(),
            Entry = t.Column<string>(),
            EntryLevel = t.Column<int>(),
            Outcome = t.Column<string>(),
            OutcomeLevel = t.Column<int>(nullable: true),
            Left = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_library_learners", l => l.Id));
        m.CreateIndex("IX_library_learners_CourseId_Number", "library_learners", ["CourseId", "Number"], unique: true);
    }
}

using Loim.Events;
using Loim.Programme;

namespace Rakvere.Library;

internal sealed class LibraryDb(DbContextOptions<LibraryDb> options) : ModuleDb(options)
{
    public DbSet<Cafe> Cafes => Set<Cafe>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesEvents(this);
        model.SeesPlanLines();
        model.Entity<Cafe>().HasIndex(c => c.EventId).IsUnique();
        model.Entity<Cafe>().HasQueryFilter("access", c => Viewer.IsHouse || Viewer.Can("library.read"));
    }
}

[DbContext(typeof(LibraryDb)), Migration("0001_library")]
internal sealed class Library0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("library_cafes", t => new
        {
            Id = t.Column<Guid>(),
            EventId = t.Column<Guid>(),
            Room = t.Column<string>(),
            Language = t.Column<string>(),
            Returning = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_library_cafes", c => c.Id));
        migrationBuilder.CreateIndex("IX_library_cafes_EventId", "library_cafes", "EventId", unique: true);
    }
}

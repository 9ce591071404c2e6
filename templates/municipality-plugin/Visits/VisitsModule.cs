namespace Municipality.Visits;

internal sealed class VisitsModule : Module;

internal sealed class Entry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; init; }
    public required DateOnly Day { get; init; }
}

internal sealed class VisitsDb(DbContextOptions<VisitsDb> options) : ModuleDb(options)
{
    public DbSet<Entry> Entries => Set<Entry>();

    protected override void Shape(ModelBuilder model) =>
        model.Entity<Entry>().HasQueryFilter("access", e => Viewer.IsHouse || Viewer.Can("visits-id.use"));
}

[DbContext(typeof(VisitsDb)), Migration("0001_entries")]
internal sealed class Visits0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("visits_prefix_entries",
        t => new { Id = t.Column<Guid>(), Title = t.Column<string>(), Day = t.Column<DateOnly>() },
        constraints: t => t.PrimaryKey("PK_visits_prefix_entries", e => e.Id));
}

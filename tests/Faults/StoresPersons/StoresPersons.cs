namespace Faults.StoresPersons;

public sealed class StoresPersonsModule : Module;

public sealed class Visit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
}

public sealed class StoresPersonsDb(DbContextOptions<StoresPersonsDb> options) : ModuleDb(options)
{
    public DbSet<Visit> Visits => Set<Visit>();
}

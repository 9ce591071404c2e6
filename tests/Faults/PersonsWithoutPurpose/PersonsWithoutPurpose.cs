using System.Collections.Generic;
using System.Linq;

namespace Faults.PersonsWithoutPurpose;

public sealed class PersonsWithoutPurposeModule : Module;

public sealed class Visit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
}

public sealed class PersonsWithoutPurposeDb(DbContextOptions<PersonsWithoutPurposeDb> options) : ModuleDb(options)
{
    public DbSet<Visit> Visits => Set<Visit>();
}

internal sealed class Visitors : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}

using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Core.Tests.Docs.StoringPersons;

internal sealed class DeskVisitsDb(DbContextOptions<DeskVisitsDb> options) : ModuleDb(options)
{
    public DbSet<DeskVisit> Visits => Set<DeskVisit>();
}

// The guide shows what follows.
[Processing("purpose.visit", LawfulBasis.PublicTask, "data.visit")]
internal sealed class DeskVisit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? PersonId { get; private set; }
    public required DateOnly Day { get; init; }

    [Special]
    public Secret Note { get; private set; }

    public void Forget() => (PersonId, Note) = (null, Secret.Of(""));
}

internal sealed class DeskVisitData(House<DeskVisitsDb> house, Reading reading) : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("data.visit", TimeSpan.FromDays(2 * 365), "data.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Visits.Where(v => v.PersonId != null && v.Day < day), v => v.Forget());
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var it in await house.Db.Visits.Where(v => v.PersonId == person).ToListAsync(ct))
        {
            var note = reading.Open(person, it.Note, new SecretPlace("desk_visits_visits", nameof(DeskVisit.Note), it.Id));
            yield return new("data.visit", it.Day, new Dictionary<string, string?> { ["note"] = note });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var visits = await house.Db.Visits.Where(v => v.PersonId == person).ToListAsync(ct);
        visits.ForEach(v => v.Forget());
        return visits.Count;
    }
}

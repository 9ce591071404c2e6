using System.Runtime.CompilerServices;

namespace Tartu.ServiceCentre;

internal sealed class ServiceCentreData(House<ServiceCentreDb> house) : IPersonalData
{
    public IReadOnlyList<Retention> Retention { get; } =
    [
        new("data.visit", TimeSpan.FromDays(2 * 365), "data.ground", before =>
        {
            var day = Days.DayOf(before);
            return Due.Of(house.Db.Visits.Where(v => v.PersonId != null && v.Day < day), v => v.Forget());
        }),
        new("data.registry", TimeSpan.FromDays(2 * 365), "data.ground", before =>
        {
            var day = Days.DayOf(before);
            return Due.Of(house.Db.RegistryServices.Where(r => r.PersonId != null && r.OpenedOn < day), r => r.Forget());
        }),
    ];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var visit in await house.Db.Visits.AsNoTracking().Include(v => v.Services).Where(v => v.PersonId == person).OrderBy(v => v.At).ToListAsync(ct))
        {
            yield return new("data.visit", visit.Day, new Dictionary<string, string?>
            {
                ["services"] = string.Join(", ", visit.Services.Select(s => s.Code)),
                ["topics"] = string.Join(", ", visit.Topics),
                ["language"] = visit.Language.ToString(),
                ["basis"] = visit.Basis?.ToString(),
            });
        }
        foreach (var service in await house.Db.RegistryServices.AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.OpenedOn).ToListAsync(ct))
        {
            yield return new("data.registry", service.OpenedOn, new Dictionary<string, string?>
            {
                ["service"] = service.Kind.ToString(),
                ["papers"] = string.Join(", ", service.Papers),
                ["outcome"] = service.Outcome?.ToString(),
            });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var visits = await house.Db.Visits.Where(v => v.PersonId == person).ToListAsync(ct);
        visits.ForEach(v => v.Forget());
        var services = await house.Db.RegistryServices.Where(r => r.PersonId == person).ToListAsync(ct);
        services.ForEach(r => r.Forget());
        return visits.Count + services.Count;
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) =>
        await house.Db.Visits.Where(v => v.PersonId != null && v.Day >= day).Select(v => v.PersonId!.Value).Distinct().ToListAsync(ct);
}

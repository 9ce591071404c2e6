using Loim.People;

namespace Tartu.ServiceCentre.Visits;

/// <summary>A visit in a list, with the name of who came, closed.</summary>
internal sealed record VisitRow(Visit Visit, Sealed<string>? Name)
{
    public static async Task<IReadOnlyList<VisitRow>> Read(ServiceCentreDb db, IQueryable<Visit> visits)
    {
        var found = await visits.AsNoTracking().Include(v => v.Services).ToListAsync();
        var persons = found.Select(v => v.PersonId).Distinct().ToList();
        var names = await db.Set<PersonCard>().Where(c => persons.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name);
        return [.. found.Select(v => new VisitRow(v, v.PersonId is { } id && names.TryGetValue(id, out var name) ? name : null))];
    }
}

using Loim.People;

namespace Tartu.ServiceCentre.Registry;

/// <summary>A registry service in a list, with the name of whose it is, closed.</summary>
internal sealed record RegistryRow(RegistryService Service, Sealed<string>? Name)
{
    public static async Task<IReadOnlyList<RegistryRow>> Read(ServiceCentreDb db, IQueryable<RegistryService> services) => await (
        from service in services.AsNoTracking()
        join card in db.Set<PersonCard>() on service.PersonId equals card.Id into cards
        from card in cards.DefaultIfEmpty()
        select new RegistryRow(service, card == null ? null : card.Name)).ToListAsync();
}

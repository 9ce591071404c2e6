using Loim.Accounts.Staff;
using Loim.People;
using Tartu.ServiceCentre.BusCards;
using Tartu.ServiceCentre.Desks;
using Tartu.ServiceCentre.Registry;
using Tartu.ServiceCentre.Visits;

namespace Tartu.ServiceCentre;

/// <summary>A year at the desk: the city's staff, the partner's, and both together, with a first hour of today; registry services in every
/// state.</summary>
internal sealed class ServiceCentreDemonstration(ServiceCentreDb db, DeskBook book, IColleagues colleagues, ServiceCentreSettings settings, Deployment deployment, Work work) : IDemonstration
{
    private const int Visits = 160;
    private const int BusCards = 120;
    private const int ThisMorning = 5;

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var people = await db.Set<PersonCard>().AsNoTracking().OrderBy(c => c.Id).Take(40).Select(c => new Visitor(c.Id, c.Language, c.Basis)).ToListAsync(ct);
        var (workers, random) = (await Workers(), scenery.Random);
        foreach (var (i, at) in Moments(Visits, scenery)) { await book.Record(Invent(random, people), Worker(i), at); }
        db.AddRange(Moments(BusCards, scenery).Select(it => BusCard.Of(Worker(it.Index), it.At)));
        foreach (var service in db.RegistryServices.Local.ToList()) { Go(service, scenery); }

        // This morning each of them is at work.
        DeskWorker Worker(int index) => workers[index < ThisMorning ? index % workers.Count : random.Next(workers.Count)];
    });

    /// <summary>Those who play at the desk; where nobody does, the two organisations themselves.</summary>
    private async Task<IReadOnlyList<DeskWorker>> Workers() =>
        await colleagues.With("service-centre.desk") is { Count: > 0 } staff
            ? [.. staff.Select(c => new DeskWorker(c.Account, c.Name, c.Organisation))]
            : [new(Guid.Empty, deployment.Municipality, null), new(Guid.Empty, settings.Partner, settings.Partner)];

    private static IEnumerable<(int Index, DateTime At)> Moments(int count, Scenery scenery) =>
        Enumerable.Range(0, count).Select(i => (i, i < ThisMorning ? Days.Instant(scenery.Today, new(8, 5 + 11 * i)) : scenery.Moment()));

    private static VisitAnswers Invent(Random random, List<Visitor> people)
    {
        var visitor = people.Count > 0 && random.Next(3) > 0 ? people[random.Next(people.Count)] : null;
        // An application goes on in somebody's name, and a citizen has a code.
        var possible = Services.All.Skip(visitor is null ? Services.InAName.Count : visitor?.Basis == StayBasis.Citizen ? 1 : 0).ToList();
        return new()
        {
            Services = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => possible[random.Next(possible.Count)]).Distinct()],
            Topics = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Topics.All[random.Next(Topics.All.Count)]).Distinct()],
            Language = visitor?.Language ?? (SpokenLanguage)random.Next(4),
            Basis = visitor?.Basis,
            Person = visitor?.Id,
            IsJoint = random.Next(5) == 0,
        };
    }

    /// <summary>What began a month ago is settled; of the rest some wait for a paper.</summary>
    private static void Go(RegistryService service, Scenery scenery)
    {
        var isOld = service.OpenedOn < scenery.Today.AddDays(-30);
        foreach (var paper in service.Checklist) { service.Tick(paper, isOld || scenery.Random.Next(3) > 0); }
        if (!isOld && service.State == RegistryState.Gathering) { service.Appoint(Scenery.Workday(scenery.Today.AddDays(scenery.Random.Next(1, 15)))); }
        if (isOld) { service.Settle(scenery.Random.Next(12) == 0 ? RegistryOutcome.Refused : RegistryOutcome.Entered, Scenery.Workday(service.OpenedOn.AddDays(scenery.Random.Next(5, 25)))); }
    }

    private sealed record Visitor(Guid Id, SpokenLanguage Language, StayBasis? Basis);
}

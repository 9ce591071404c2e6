using Loim.People;
using Tartu.ServiceCentre.BusCards;
using Tartu.ServiceCentre.Desks;
using Tartu.ServiceCentre.Registry;
using Tartu.ServiceCentre.Visits;

namespace Tartu.ServiceCentre;

/// <summary>A year at the desk: the city's staff, the partner's, and both together; registry services in every state.</summary>
internal sealed class ServiceCentreDemonstration(ServiceCentreDb db, DeskBook book, ServiceCentreSettings settings, Deployment deployment, Work work) : IDemonstration
{
    private const int Visits = 160;
    private const int BusCards = 120;

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var people = await db.Set<PersonCard>().AsNoTracking().OrderBy(c => c.Id).Take(40).Select(c => new Visitor(c.Id, c.Language, c.Basis)).ToListAsync(ct);
        for (var i = 0; i < Visits; i++) { await book.Record(Invent(scenery.Random, people), Worker(scenery.Random), scenery.Moment()); }
        for (var i = 0; i < BusCards; i++) { db.Add(BusCard.Of(Worker(scenery.Random), scenery.Moment())); }
        foreach (var service in db.RegistryServices.Local.ToList()) { Go(service, scenery); }
    });

    private DeskWorker Worker(Random random) => random.Next(5) < 2
        ? new(Scenery.AccountOf("partner"), settings.Partner, settings.Partner)
        : new(Scenery.AccountOf("case-manager"), deployment.Municipality, null);

    private static VisitAnswers Invent(Random random, List<Visitor> people)
    {
        var visitor = people.Count > 0 && random.Next(3) > 0 ? people[random.Next(people.Count)] : null;
        return new()
        {
            Services = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Services.All[random.Next(Services.All.Count)]).Distinct()],
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
        if (!isOld && service.State == RegistryState.Gathering) { service.Appoint(scenery.Today.AddDays(scenery.Random.Next(1, 15))); }
        if (isOld) { service.Settle(scenery.Random.Next(12) == 0 ? RegistryOutcome.Refused : RegistryOutcome.Entered, service.OpenedOn.AddDays(scenery.Random.Next(3, 25))); }
    }

    private sealed record Visitor(Guid Id, SpokenLanguage Language, StayBasis? Basis);
}

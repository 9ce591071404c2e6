using Loim.Programme;
using Tartu.ServiceCentre.BusCards;
using Tartu.ServiceCentre.Registry;
using Tartu.ServiceCentre.Visits;

namespace Tartu.ServiceCentre.Desks;

/// <summary>Writes down what is done at the desk, on behalf of whoever is signed in.</summary>
[Scoped]
internal sealed class DeskBook(ServiceCentreDb db, Work work, CurrentViewer current, ServiceCentreSettings settings, Deployment deployment, TimeProvider time)
{
    private DeskWorker Worker => DeskWorker.Of(current.Viewer);

    /// <summary>The visit, and a checklist for each registry service in it.</summary>
    public Task Record(VisitAnswers said) => Record(said, Worker, time.GetUtcNow().UtcDateTime);

    public Task Record(VisitAnswers said, DeskWorker by, DateTime at) => work.Do(async () =>
    {
        if (await db.Visits.AnyAsync(v => v.Id == said.Id)) { return; }
        var visit = Visit.Of(said, by, at, await Line(settings.AdvicePlanLine, at));
        db.Add(visit);
        var line = await Line(settings.RegistryPlanLine, at);
        db.AddRange(Applications(said).Select(kind => RegistryService.Open(visit, kind, line)));
    });

    /// <summary>Its applications follow: a new one is opened, one that was none goes as long as nothing was done for it.</summary>
    /// <returns>Why it stays as it was; null when it is changed.</returns>
    public Task<VisitRefusal?> Change(Guid id, VisitAnswers said) => work.Do(async () =>
    {
        var visit = await db.Visits.Include(v => v.Services).FirstOrDefaultAsync(v => v.Id == id);
        if (visit?.MayChange(Worker) != true) { return VisitRefusal.NotTheirs; }
        var open = await db.RegistryServices.Where(r => r.VisitId == id).ToListAsync();
        var dropped = open.FindAll(r => !said.Services.Contains(r.Kind.ToString()));
        if (dropped.Exists(r => r.IsBegun)) { return VisitRefusal.ApplicationBegun; }
        if (open.Exists(r => r.IsBegun && r.PersonId is not null && r.PersonId != said.Person)) { return VisitRefusal.BegunForAnother; }
        visit.Change(said);
        db.RemoveRange(dropped);
        foreach (var kept in open.Except(dropped)) { kept.Concern(said.Person!.Value); }
        var line = await Line(settings.RegistryPlanLine, visit.At);
        db.AddRange(Applications(said).Where(kind => !open.Exists(r => r.Kind == kind)).Select(kind => RegistryService.Open(visit, kind, line)));
        return (VisitRefusal?)null;
    });

    /// <returns>False when it may not be taken back any more, or is not there.</returns>
    public Task<bool> TakeBack(Guid id) => work.Do(async () =>
    {
        var visit = await db.Visits.Include(v => v.Services).FirstOrDefaultAsync(v => v.Id == id);
        if (visit?.IsFresh(current.Viewer.Account, time.Today()) != true) { return false; }
        db.RemoveRange(await db.RegistryServices.Where(r => r.VisitId == id).ToListAsync());
        db.Remove(visit);
        return true;
    });

    public Task CountBusCard() => work.Do(() => db.Add(BusCard.Of(Worker, time.GetUtcNow().UtcDateTime)));

    /// <summary>Takes back the last card that the same account counted today.</summary>
    /// <returns>False when there is none.</returns>
    public Task<bool> TakeBackBusCard() => work.Do(async () =>
    {
        var (account, today) = (current.Viewer.Account, time.Today());
        var last = await db.BusCards.Where(c => c.CountedBy == account && c.Day == today).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync();
        if (last is null) { return false; }
        db.Remove(last);
        return true;
    });

    private static IEnumerable<RegistryKind> Applications(VisitAnswers said) => Enum.GetValues<RegistryKind>().Where(kind => said.Services.Contains(kind.ToString()));

    private async Task<Guid?> Line(string code, DateTime at)
    {
        if (code.Length == 0) { return null; }
        var year = Days.DayOf(at).Year;
        return await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == year && !l.IsGroup && l.Code == code)
            .OrderBy(l => l.Position).Select(l => (Guid?)l.Id).FirstOrDefaultAsync();
    }
}

/// <summary>Why a visit stays as it was.</summary>
internal enum VisitRefusal { NotTheirs, ApplicationBegun, BegunForAnother }

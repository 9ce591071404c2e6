using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Administration.ParkedFacts;

/// <summary>Puts a parked fact through its handlers again, or lets it go.</summary>
[Scoped]
internal sealed class ParkedFactKeeper(HouseDb db, Work work, IServiceScopeFactory scopes, ModuleSet modules, AuditLog audit, CurrentViewer current, TimeProvider time)
{
    /// <returns>Null when it was handled, else why not.</returns>
    public async Task<string?> Retry(ParkedFact parked, CancellationToken ct)
    {
        if (modules.Find(parked.Module) is not { } module) { return $"{parked.Module} is off."; }
        await audit.Note([AuditEntry.By(current, "retry", work.Place) with { What = $"fact {parked.Fact} for {parked.Module}" }], ct);
        try
        {
            await scopes.AsHouse("parked fact", services => Handle(services, module, parked.Id, ct));
            return null;
        }
#pragma warning disable CA1031 // A handler may throw anything; it is shown, and the fact stays parked.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var reason = e.GetBaseException().Message;
            await work.Do(async () => (await db.ParkedFacts.SingleAsync(p => p.Id == parked.Id)).Try(reason, time.GetUtcNow().UtcDateTime));
            return reason;
        }
    }

    public Task LetGo(Guid id) => work.Do(async () => db.RemoveRange(await db.ParkedFacts.Where(p => p.Id == id).ToListAsync()));

    /// <summary>What the handlers write and the end of the parking are one transaction, as when the fact was new.</summary>
    private static Task Handle(IServiceProvider services, Module module, Guid id, CancellationToken ct)
    {
        var house = services.GetRequiredService<HouseDb>();
        return services.GetRequiredService<Work>().Do(async () =>
        {
            var parked = await house.ParkedFacts.SingleAsync(p => p.Id == id, ct);
            var fact = await house.Facts.AsNoTracking().SingleAsync(f => f.Number == parked.Fact, ct);
            await new Subscriber(module).Handle(fact, services, ct);
            house.Remove(parked);
        });
    }
}

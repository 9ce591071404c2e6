using System.Text.Json;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Loim.Data;

/// <summary>
/// Brings the facts to the modules that handle them, each module from its own cursor, in order. What a handler writes and
/// the cursor's step are one transaction. A fact that fails five times is parked, and the cursor goes on.
/// </summary>
internal sealed class FactPump(ModuleSet modules, Activation activation, IServiceScopeFactory scopes, Store store, FactLog facts, FaultLog faults, TimeProvider time)
    : BackgroundService
{
    private const int Attempts = 5;
    private readonly List<Subscriber> subscribers = [.. modules.On.Select(m => new Subscriber(m)).Where(s => s.Handles.Count > 0)];

    /// <summary>Who is new begins at the head before its generation serves, so that no fact falls between the two.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FactLog.Subscribe(store, subscribers.Select(s => s.Module.Id));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await activation.Wait(stoppingToken)) { return; }
        await Task.WhenAll(subscribers.Select(s => Follow(s, stoppingToken)));
    }

    private async Task Follow(Subscriber subscriber, CancellationToken ct)
    {
        var failures = 0;
        Task? rung = null;
        while (!ct.IsCancellationRequested)
        {
            if (rung is not { IsCompleted: false }) { rung = facts.Rung(subscriber.Handles.Keys); }
            try
            {
                var moved = await Step(subscriber, failures + 1 >= Attempts, ct);
                failures = 0;
                if (!moved) { await Task.WhenAny(rung, Task.Delay(TimeSpan.FromSeconds(2), ct)); }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { return; }
#pragma warning disable CA1031 // A handler may throw anything; it is tried again, then parked.
            catch (Exception e)
            {
                failures++;
                faults.Add(subscriber.Module.Id, "handler", e);
                await Task.Delay(TimeSpan.FromMilliseconds(100 << failures), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }

    /// <returns>False when there is nothing more to read.</returns>
    private Task<bool> Step(Subscriber subscriber, bool last, CancellationToken ct) => scopes.AsHouse($"facts of {subscriber.Module.Id}", async services =>
    {
        var db = services.GetRequiredService<HouseDb>();
        var newest = await db.Facts.MaxAsync(f => (long?)f.Number, ct) ?? 0;
        var after = Math.Max(subscriber.Passed, await db.Cursors.Where(c => c.Module == subscriber.Module.Id).Select(c => c.Number).FirstAsync(ct));
        if (newest <= after) { return false; }
        var next = await db.Facts.AsNoTracking().Where(f => f.Number > after && subscriber.Handles.Keys.Contains(f.Type)).OrderBy(f => f.Number).FirstOrDefaultAsync(ct);
        if (next is null)
        {
            subscriber.Passed = newest;
            return false;
        }
        try
        {
            await services.GetRequiredService<Work>().Do(async () =>
            {
                await subscriber.Handle(next, services, ct);
                await MoveTo(db, subscriber.Module.Id, next.Number, ct);
            });
        }
        catch (Exception e) when (last && e is not OperationCanceledException)
        {
            faults.Add(subscriber.Module.Id, "handler, parked", e);
            await Park(services, subscriber.Module.Id, next.Number, e.GetBaseException().Message, ct);
        }
        return true;
    });

    private static async Task MoveTo(HouseDb db, string module, long number, CancellationToken ct) =>
        (await db.Cursors.FindAsync([module], ct))!.Number = number;

    private Task Park(IServiceProvider services, string module, long number, string reason, CancellationToken ct)
    {
        var db = services.GetRequiredService<HouseDb>();
        return services.GetRequiredService<Work>().Do(async () =>
        {
            db.Add(new ParkedFact { Module = module, Fact = number, Reason = reason, At = time.GetUtcNow().UtcDateTime });
            await MoveTo(db, module, number, ct);
        });
    }
}

/// <summary>A module that handles facts: which, and by which classes.</summary>
internal sealed class Subscriber(Module module)
{
    public Module Module => module;

    /// <summary>Up to here the log holds nothing more for it: facts of others are looked through once, not at each step.</summary>
    public long Passed { get; set; }

    /// <summary>Full name of the fact to its type and the handlers' types.</summary>
    public Dictionary<string, (Type Fact, List<Type> Handlers)> Handles { get; } = module.Types
        .SelectMany(h => FactsOf(h).Select(fact => (Fact: fact, Handler: h)))
        .GroupBy(x => x.Fact).ToDictionary(g => g.Key.FullName!, g => (g.Key, g.Select(x => x.Handler).ToList()));

    /// <returns>The facts that a class handles; of most classes none.</returns>
    public static IEnumerable<Type> FactsOf(Type handler) =>
        handler.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandle<>)).Select(i => i.GenericTypeArguments[0]);

    public async Task Handle(FactRow row, IServiceProvider services, CancellationToken ct)
    {
        var (type, handlers) = Handles[row.Type];
        var fact = JsonSerializer.Deserialize(row.Json, type)!;
        foreach (var handler in handlers)
        {
            var handle = typeof(IHandle<>).MakeGenericType(type).GetMethod(nameof(IHandle<>.Handle))!;
            await (Task)handle.Invoke(services.GetRequiredService(handler), [fact, ct])!;
        }
    }
}

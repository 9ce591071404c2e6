using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Loim.Modules;

/// <summary>Runs the jobs of the modules that are on, while this generation serves.</summary>
internal sealed class JobRunner(ModuleSet modules, Activation activation, IServiceScopeFactory scopes, JobTurns turns, FaultLog faults) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await activation.Wait(stoppingToken)) { return; }
        await Task.WhenAll(modules.On.SelectMany(module =>
            module.Types.Where(t => t.IsSubclassOf(typeof(Job))).Select(job => Repeat(module, job, stoppingToken))));
    }

    private async Task Repeat(Module module, Type type, CancellationToken ct)
    {
        var pause = TimeSpan.FromMinutes(1);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                pause = await turns.Take(type, () => scopes.AsHouse($"job {type.Name}", async services =>
                {
                    var job = (Job)services.GetRequiredService(type);
                    await job.Run(ct);
                    return job.Every;
                }), ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { return; }
#pragma warning disable CA1031 // One job's fault is named, and stops no other.
            catch (Exception e) { faults.Add(module.Id, $"job {type.Name}", e); }
#pragma warning restore CA1031
            await Task.Delay(pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

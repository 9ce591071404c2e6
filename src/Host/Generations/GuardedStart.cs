using Loim.Modules;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Loim.Host.Generations;

/// <summary>A hosted service of a module: when its start throws or hangs, the module is named.</summary>
internal sealed class GuardedStart(IHostedService inner, Module module, FaultLog faults) : IHostedService
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public static void Around(IServiceCollection services, ModuleSet modules, FaultLog faults)
    {
        foreach (var made in services.Where(s => s.ServiceType == typeof(IHostedService) && !s.IsKeyedService).ToList())
        {
            if (made.ImplementationType is { } type && modules.OwnerOf(type) is null) { continue; }
            services[services.IndexOf(made)] = ServiceDescriptor.Singleton(provider => Guard(provider, made, modules, faults));
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // On a thread of its own: a start may also block before it returns a task.
        var started = Task.Factory.StartNew(() => inner.StartAsync(cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try { await started.WaitAsync(Limit, cancellationToken); }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            throw new ModuleException(module.Id, "start", $"{inner.GetType().Name} did not start within {Limit.TotalSeconds:F0} s.", inner: e);
        }
        catch (Exception e) { throw ModuleException.Of(module.Id, "start", e); }
        if (inner is BackgroundService { ExecuteTask: { } work }) { _ = Watch(work); }
    }

    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    private async Task Watch(Task work)
    {
        try { await work; }
        catch (OperationCanceledException) { }
#pragma warning disable CA1031 // Named, and nothing else stops.
        catch (Exception e) { faults.Add(module.Id, "background service", e); }
#pragma warning restore CA1031
    }

    private static IHostedService Guard(IServiceProvider provider, ServiceDescriptor made, ModuleSet modules, FaultLog faults)
    {
        var inner = made.ImplementationInstance ?? made.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, made.ImplementationType!);
        return modules.OwnerOf(inner.GetType()) is { } module ? new GuardedStart((IHostedService)inner, module, faults) : (IHostedService)inner;
    }
}

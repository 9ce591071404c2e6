namespace Faults.StartBlocks;

public sealed class StartBlocksModule : Module
{
    public override void AddServices(IServiceCollection services, IConfigurationSection settings) => services.AddHostedService<Sleeper>();
}

/// <summary>Does not even give its thread back.</summary>
public sealed class Sleeper : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Thread.Sleep(Timeout.Infinite);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace Faults.BackgroundThrows;

public sealed class BackgroundThrowsModule : Module
{
    public override void AddServices(IServiceCollection services, IConfigurationSection settings) => services.AddHostedService<Errand>();
}

public sealed class Errand : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        throw new InvalidOperationException("asked to fail");
    }
}

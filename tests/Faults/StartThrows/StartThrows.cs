namespace Faults.StartThrows;

public sealed class StartThrowsModule : Module
{
    public override void AddServices(IServiceCollection services, IConfigurationSection settings) => services.AddHostedService<Starter>();
}

public sealed class Starter : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("asked to fail");
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

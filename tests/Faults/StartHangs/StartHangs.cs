namespace Faults.StartHangs;

public sealed class StartHangsModule : Module
{
    public override void AddServices(IServiceCollection services, IConfigurationSection settings) => services.AddHostedService<Sleeper>();
}

public sealed class Sleeper : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task;
    public Task StopAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task;
}

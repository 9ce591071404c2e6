namespace Faults.ServicesThrow;

public sealed class ServicesThrowModule : Module
{
    public override void AddServices(IServiceCollection services, IConfigurationSection settings) => throw new InvalidOperationException("asked to fail");
}

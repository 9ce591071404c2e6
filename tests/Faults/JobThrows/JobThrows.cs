namespace Faults.JobThrows;

public sealed class JobThrowsModule : Module;

public sealed class Errand : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(1);
    public override Task Run(CancellationToken ct) => throw new InvalidOperationException("asked to fail");
}

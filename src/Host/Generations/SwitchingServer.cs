using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Loim.Host.Generations;

/// <summary>Owns the socket through Kestrel, and hands each request to the generation that serves at that moment.</summary>
internal sealed class SwitchingServer(IServer kestrel, Succession succession) : IServer, IHttpApplication<Lease>
{
    public IFeatureCollection Features => kestrel.Features;

    public Task StartAsync<T>(IHttpApplication<T> application, CancellationToken cancellationToken) where T : notnull =>
        kestrel.StartAsync(this, cancellationToken);

    public Lease CreateContext(IFeatureCollection contextFeatures) => succession.Enter(contextFeatures);

    public Task ProcessRequestAsync(Lease context) => context.Process();

    public void DisposeContext(Lease context, Exception? exception) => context.End(exception);

    /// <summary>Kestrel ends when the requests in flight have; only then the last generation does.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await kestrel.StopAsync(cancellationToken);
        await succession.End();
    }

    public void Dispose() => kestrel.Dispose();
}

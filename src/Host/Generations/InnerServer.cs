using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Loim.Host.Generations;

/// <summary>The server of an inner application: it listens nowhere, and keeps the application for the switching server to call.</summary>
internal sealed class InnerServer : IServer
{
    private Func<IFeatureCollection, Action, Lease>? begin;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <param name="ended">Called once, when the request is over.</param>
    public Lease Begin(IFeatureCollection request, Action ended) => begin!(request, ended);

    public Task StartAsync<T>(IHttpApplication<T> application, CancellationToken cancellationToken) where T : notnull
    {
        begin = (request, ended) => new InnerLease<T>(application, request, ended);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() { }

    private sealed class InnerLease<T>(IHttpApplication<T> application, IFeatureCollection request, Action ended) : Lease where T : notnull
    {
        private readonly T context = application.CreateContext(request);

        public override Task Process() => application.ProcessRequestAsync(context);

        public override void End(Exception? exception)
        {
            try { application.DisposeContext(context, exception); }
            finally { ended(); }
        }
    }
}

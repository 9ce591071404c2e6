using Loim.Bench.Load;

namespace Loim.Bench.Product;

/// <summary>A house that serves, and somebody who is signed in to it.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private Serving(ServerProcess server, Worker worker) => (Server, Worker) = (server, worker);

    public ServerProcess Server { get; }
    public Worker Worker { get; }

    public static async Task<Serving> Start(House house, CancellationToken ct)
    {
        var server = house.Serve();
        try
        {
            await server.Ready.WaitAsync(ct);
            return new Serving(server, await Worker.SignIn(server.Address, ct));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Target Asked(LongList list) => new(Server, ct => Worker.Client.Get(list.Path, ct));

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        await Server.DisposeAsync();
    }
}

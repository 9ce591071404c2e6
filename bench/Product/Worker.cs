using Loim.Bench.Load;

namespace Loim.Bench.Product;

/// <summary>A case manager who is signed in: once with a browser, and as many times as there are connections.</summary>
internal sealed class Worker : IDisposable
{
    public const string Name = "bench@example.ee";
    public const string Role = "case-manager";
    public const string Password = "Neli-hobust-ja-kaks-vankrit-2095";

    private Worker(Visitor visitor, Uri address)
    {
        Visitor = visitor;
        Client = new Client(address, Rounds.Connections, visitor.Cookies);
    }

    public Visitor Visitor { get; }
    public Client Client { get; }

    public static async Task<Worker> SignIn(Uri address, CancellationToken ct)
    {
        var visitor = new Visitor(address);
        await visitor.SignIn(Name, Password, ct);
        return new Worker(visitor, address);
    }

    public void Dispose()
    {
        Visitor.Dispose();
        Client.Dispose();
    }
}

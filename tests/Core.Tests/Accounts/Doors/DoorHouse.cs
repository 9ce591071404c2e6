using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loim.Core.Tests.Accounts.Doors;

/// <summary>A house whose real front door stands open on loopback: real cookies, real pipeline, a clock that can be moved.</summary>
internal sealed class DoorHouse : IAsyncDisposable, ILoggerProvider
{
    private readonly WebApplication app;
    private byte guests;

    private DoorHouse(TestHouse house, Uri address)
    {
        (House, Address) = (house, address);
        // Browsers go by their own clock.
        house.Clock.Advance(TimeProvider.System.GetUtcNow() - house.Clock.GetUtcNow());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(address.ToString());
        builder.Services.AddLogging(logs => logs.AddProvider(this).SetMinimumLevel(LogLevel.Trace)).AddRouting().AddSingleton(new Activation())
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddHouse(house.Parts, house.Modules);
        app = builder.Build();
        app.UseHouse(house.Modules);
    }

    public TestHouse House { get; }
    public Uri Address { get; }
    public IServiceProvider Services => app.Services;

    /// <summary>All that went to the technical log, whatever its level.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <param name="outside">Where the house says that it is found; else where it is.</param>
    public static async Task<DoorHouse> Open(Dictionary<string, string?>? settings = null, bool demo = false, string? outside = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var deployment = Staff.Rakvere(demo) with { Address = outside ?? address.ToString() };
        var house = new DoorHouse(TestHouse.In(deployment, settings ?? []), address);
        await house.app.StartAsync();
        return house;
    }

    /// <summary>Somebody at a machine of their own: each comes from another loopback address.</summary>
    public Guest Guest() => new(Address, ++guests);

    public static async Task<bool> IsInside(Guest guest)
    {
        using var answer = await guest.Get("/accounts/me");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await House.DisposeAsync();
    }

    public ILogger CreateLogger(string categoryName) => new Writer(Log);

    public void Dispose() { }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private sealed class Writer(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}

using Loim.Host.Data;
using Loim.Host.Generations;
using Loim.Host.Switching;
using Loim.Modules;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Loim.Host.Cli.Serve;

/// <summary>A host that serves one deployment, from the taking of its data to the end of its last request.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private readonly FileStream held;
    private readonly WebApplication app;
    private readonly CancellationTokenSource ending;
    private readonly Task watching;

    private Serving(FileStream held, WebApplication app, OpenHouse house, Switchboard switchboard)
    {
        (this.held, this.app, House, Switchboard) = (held, app, house, switchboard);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        File.WriteAllText(House.Folder.HostAddress, Address);
        ending = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping);
        watching = switchboard.Watch.Run(ending.Token);
    }

    public string Address { get; }
    public OpenHouse House { get; }
    public Switchboard Switchboard { get; }

    public static async Task<Serving> Start(ServeOptions options, CancellationToken ct)
    {
        if (options is { Demo: true, IsProduction: true })
        {
            throw new Refusal("The environment of this machine is Production, and a demonstration lets anybody in at the press of a button. Serve without --demo, or on another machine.");
        }
        var held = options.Folder.TryTake() ?? throw new Refusal($"A host runs on {options.Folder.Root} already.");
        try
        {
            var app = OuterApplication.Build(options);
            var house = await OpenHouse.Open(options.Folder, options.Deployment, options.Demo, app.Services.GetRequiredService<ILoggerFactory>());
            var succession = app.Services.GetRequiredService<Succession>();
            var switchboard = new Switchboard(house, options.Plugins, succession);
            if (options.SurvivesStrayExceptions) { StrayExceptions.Survive(switchboard, house.Faults); }
            await switchboard.Start();
            if (house.WantsDemonstration)
            {
                await Demonstration.Add(succession.Current!, house);
                await house.Checkpoints.Keep(ct);
            }
            await app.StartAsync(ct);
            return new Serving(held, app, house, switchboard);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    public Task UntilToldToEnd(CancellationToken ct) => app.WaitForShutdownAsync(ct);

    /// <summary>Finishes the requests in flight, then the jobs.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watching;
        await app.StopAsync();
        await app.DisposeAsync();
        await House.DisposeAsync();
        File.Delete(House.Folder.HostAddress);
        ending.Dispose();
        await held.DisposeAsync();
    }
}

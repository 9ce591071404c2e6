using System.Diagnostics;
using System.Net;
using Loim.Host.Data;
using Loim.Host.Generations;
using Loim.Host.Plugins;
using Loim.Host.Switching;
using Loim.Modules;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Loim.Host.Cli;

/// <summary>One process that serves one deployment until it is told to end.</summary>
internal sealed class Serving
{
    public required DataFolder Folder { get; init; }
    public required string? Deployment { get; init; }
    public required IPAddress Address { get; init; }
    public required int Port { get; init; }
    public required bool Demo { get; init; }
    public required string? Plugins { get; init; }

    public async Task<int> Run(CancellationToken ct)
    {
        using var held = Folder.TryTake() ?? throw new Refusal($"A host runs on {Folder.Root} already.");
        await using var app = Build();
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        await using var house = OpenHouse.Open(Folder, Deployment, Demo, logs);
        var succession = app.Services.GetRequiredService<Succession>();
        var switchboard = new Switchboard(house, Plugins is null ? null : new PluginStore(Plugins, Folder.PluginCopies), succession);
        StrayExceptions.Survive(switchboard, house.Faults);
        await switchboard.Start();
        if (house.WantsDemonstration) { await Demonstration.Add(succession.Current!, house); }
        await app.StartAsync(ct);
        await SayReady(app);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping);
        var watching = switchboard.Watch.Run(ending.Token);
        await app.WaitForShutdownAsync(ct);
        await watching;
        File.Delete(Folder.HostAddress);
        return 0;
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "loim", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("LOIM_");
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).SetMinimumLevel(LogLevel.Warning).AddFilter("Loim", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddSimpleConsole(o => o.SingleLine = true);
        // Standard output is for "Ready" alone.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddDataProtection().SetApplicationName("loim").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(Folder.Keys, "protection")));
        builder.Services.AddSingleton<GenerationBuilder>().AddSingleton<Succession>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Listen(Address, Port);
        });
        var kestrel = builder.Services.Last(s => s.ServiceType == typeof(IServer)).ImplementationType!;
        builder.Services.AddSingleton<IServer>(s => new SwitchingServer((IServer)ActivatorUtilities.CreateInstance(s, kestrel), s.GetRequiredService<Succession>()));
        return builder.Build();
    }

    private async Task SayReady(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await File.WriteAllTextAsync(Folder.HostAddress, address);
        using var process = Process.GetCurrentProcess();
        var since = TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime();
        Console.WriteLine($"Ready {address} in {since.TotalMilliseconds:F0} ms");
    }
}

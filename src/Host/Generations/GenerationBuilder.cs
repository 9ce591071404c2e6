using Loim.Host.Plugins;
using Loim.Host.Switching;
using Loim.Modules;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;

namespace Loim.Host.Generations;

/// <summary>Builds the application of one generation. Keys and logs are the process's own, so that cookies and forms survive a switch.</summary>
internal sealed class GenerationBuilder(IConfiguration configuration, ILoggerFactory logs, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private readonly ILogger log = logs.CreateLogger<GenerationBuilder>();

    /// <summary>Builds, starts and probes it; throws, and leaves nothing behind, when any of that fails.</summary>
    public async Task<Generation> Build(int number, HouseParts parts, LineUp lineUp)
    {
        var (server, activation) = (new InnerServer(), new Activation(Breath));
        var app = Assemble(parts, lineUp, server, activation);
        try
        {
            foreach (var plugin in lineUp.Plugins) { ServeFiles(app, plugin); }
            app.UseHouse(lineUp.Set);
            app.MapHealth(parts);
            using var limit = new CancellationTokenSource(GuardedStart.Limit * 2);
            await app.StartAsync(limit.Token);
            await Probe.Run(server, limit.Token);
            return new Generation(number, app, server, activation, lineUp.Set);
        }
        catch
        {
            _ = Generation.Discard(app, log);
            throw;
        }
    }

    /// <summary>The container alone, for verbs of the command line as well.</summary>
    public WebApplication Assemble(HouseParts parts, LineUp lineUp, InnerServer server, Activation activation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "loim", ContentRootPath = AppContext.BaseDirectory });
        ((IConfigurationBuilder)builder.Configuration).AddConfiguration(configuration);
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        var services = builder.Services;
        services.AddSingleton<IServer>(server).AddSingleton<IHostLifetime, NoLifetime>().AddSingleton(protection).AddSingleton(activation);
        services.Configure<HostOptions>(o =>
        {
            o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
            o.StartupTimeout = GuardedStart.Limit * 2;
        });
        services.AddRouting();
        services.AddHouse(parts, lineUp.Set);
        services.Replace(ServiceDescriptor.Singleton(logs));
        // It would write a ring of keys of its own into the home folder.
        services.Remove(services.First(s => s.ImplementationType?.Name == "DataProtectionHostedService"));
        GuardedStart.Around(services, lineUp.Set, parts.Faults);
        try { return builder.Build(); }
        catch (AggregateException e) when (Blame.Of(e, lineUp.Set) is { } module)
        {
            throw new ModuleException(module.Id, "services", e.InnerExceptions[0].Message, inner: e);
        }
    }

    private static void ServeFiles(WebApplication app, Plugin plugin)
    {
        var root = Path.Combine(plugin.Folder, "wwwroot");
        if (!Directory.Exists(root)) { return; }
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(root), RequestPath = "/_content/" + plugin.Name });
    }

    /// <summary>The process has one lifetime, and it is not a generation's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

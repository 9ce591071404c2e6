using Loim.Access;
using Loim.Host.Generations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging.Console;

namespace Loim.Host.Cli.Serve;

/// <summary>What stays when generations change: socket, logs, the end of the process.</summary>
internal static class OuterApplication
{
    private static readonly TimeSpan EndOfRequests = TimeSpan.FromSeconds(20);

    public static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "loim", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("LOIM_");
        AddLogs(builder);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = EndOfRequests);
        builder.Services.AddSingleton(options.Folder.Protection()).AddSingleton<GenerationBuilder>().AddSingleton<Succession>();
        AddServer(builder, options);
        return builder.Build();
    }

    private static void AddLogs(WebApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Loim", LogLevel.Information)
            .AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(o => o.SingleLine = true);
        // Standard output is for "Ready" alone.
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServer(WebApplicationBuilder builder, ServeOptions options)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Sizes.Widen(kestrel.Limits);
            kestrel.Listen(options.Address, options.Port);
        });
        var kestrel = builder.Services.Last(s => s.ServiceType == typeof(IServer)).ImplementationType!;
        builder.Services.AddSingleton<IServer>(s =>
            new SwitchingServer((IServer)ActivatorUtilities.CreateInstance(s, kestrel), s.GetRequiredService<Succession>()));
    }
}

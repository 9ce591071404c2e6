using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Loim.Host.Data;
using Loim.Modules;

namespace Loim.Host.Cli.Serve;

internal static class ServeVerb
{
    private static readonly Option<int> Port = new("--port") { Description = "Port to listen on; 0 for any that is free.", DefaultValueFactory = _ => 5080 };
    private static readonly Option<string> Address = new("--address") { Description = "Address to listen on.", DefaultValueFactory = _ => "127.0.0.1" };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Invented data, and a clock that starts on 15 September 2025." };
    private static readonly Option<bool> NoPlugins = new("--no-plugins") { Description = "Serve the shared modules alone." };

    public static Command Line()
    {
        var serve = new Command("serve", "Serve a deployment.") { Port, Address, Demo, NoPlugins };
        serve.SetAction(async (line, ct) =>
        {
            await using var serving = await Serving.Start(Options(line, new DataFolder(CommandLine.DataOf(line))), ct);
            SayReady(serving.Address);
            _ = FreedMemory.GiveBack(ct);
            await serving.UntilToldToEnd(ct);
            return 0;
        });
        return serve;
    }

    private static ServeOptions Options(ParseResult line, DataFolder folder) => new()
    {
        Folder = folder,
        Deployment = line.GetValue(CommandLine.Deployment),
        Address = IPAddress.TryParse(line.GetValue(Address), out var address) ? address : throw new Refusal("--address takes an IP address."),
        Port = line.GetValue(Port),
        Demo = line.GetValue(Demo),
        IsProduction = ((string[])["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"])
            .Any(name => Environments.Production.Equals(Environment.GetEnvironmentVariable(name), StringComparison.OrdinalIgnoreCase)),
        Plugins = line.GetValue(NoPlugins) ? null : CommandLine.PluginsOf(line, folder),
        SurvivesStrayExceptions = true,
    };

    private static void SayReady(string address)
    {
        // ./run builds first and then becomes this process; it says when the program itself began.
        using var process = Process.GetCurrentProcess();
        var began = long.TryParse(Environment.GetEnvironmentVariable("LOIM_STARTED"), out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : process.StartTime.ToUniversalTime();
        Console.WriteLine($"Ready {address} in {(TimeProvider.System.GetUtcNow() - began).TotalMilliseconds:F0} ms");
    }
}

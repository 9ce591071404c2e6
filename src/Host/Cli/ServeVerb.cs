using System.CommandLine;
using Loim.Host.Data;

namespace Loim.Host.Cli;

internal static class ServeVerb
{
    private static readonly Option<int> Port = new("--port") { Description = "Port to listen on; 0 for any that is free.", DefaultValueFactory = _ => 5080 };
    private static readonly Option<string> Address = new("--address") { Description = "Address to listen on.", DefaultValueFactory = _ => "127.0.0.1" };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Invented data, and a clock that starts on 15 September 2025." };
    private static readonly Option<bool> NoPlugins = new("--no-plugins") { Description = "Serve the shared modules alone." };
    private static readonly Option<string?> Plugins = new("--plugins") { Description = "Folder with the plugins, if not beside the program." };

    public static Command Line()
    {
        var serve = new Command("serve", "Serve a deployment.") { Port, Address, Demo, NoPlugins, Plugins };
        serve.SetAction((line, ct) => new Serving
        {
            Folder = new DataFolder(CommandLine.DataOf(line)),
            Deployment = line.GetValue(CommandLine.Deployment),
            Address = System.Net.IPAddress.TryParse(line.GetValue(Address), out var address) ? address : throw new Modules.Refusal("--address takes an IP address."),
            Port = line.GetValue(Port),
            Demo = line.GetValue(Demo),
            Plugins = line.GetValue(NoPlugins) ? null : line.GetValue(Plugins) ?? Path.Combine(AppContext.BaseDirectory, "plugins"),
        }.Run(ct));
        return serve;
    }
}

using System.CommandLine;
using System.Text.Json;
using Loim.Host.Data;
using Loim.Host.Switching;
using Loim.Modules;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loim.Host.Cli;

/// <summary><c>modules list|on|off|reload</c>: a wish is written beside the running host, and its outcome awaited.</summary>
internal static class ModuleVerbs
{
    private static readonly Argument<string> Id = new("id") { Description = "The module's id." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "For programs.", Recursive = true };
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Line()
    {
        var list = new Command("list", "The modules and their states.");
        list.SetAction(List);
        var on = new Command("on", "Switch a module on.") { Id };
        on.SetAction((line, ct) => Wish(line, line.GetValue(Id)!, on: true, ct));
        var off = new Command("off", "Switch a module off.") { Id };
        off.SetAction((line, ct) => Wish(line, line.GetValue(Id)!, on: false, ct));
        var reload = new Command("reload", "Read the deployment, its plugins and settings anew.");
        reload.SetAction((line, ct) => Wish(line, "", on: true, ct));
        return new Command("modules", "See and switch modules.") { list, on, off, reload, AsJson };
    }

    private static async Task<int> List(ParseResult line, CancellationToken ct)
    {
        var folder = RunningOn(line);
        var modules = await HostOnData.Modules(folder, ct);
        if (line.GetValue(AsJson)) { Console.WriteLine(JsonSerializer.Serialize(modules, Json)); }
        else { foreach (var m in modules) { Console.WriteLine($"{m.Id,-20} {m.State,-8} {m.Version,-10} {m.Reason}".TrimEnd()); } }
        return 0;
    }

    private static async Task<int> Wish(ParseResult line, string module, bool on, CancellationToken ct)
    {
        var folder = RunningOn(line);
        await using var house = await OpenHouse.Open(folder, null, null, NullLoggerFactory.Instance);
        var number = await house.Wishes.Add(module, on, $"{Environment.UserName}, command line");
        var outcome = await Outcome(house, number, ct);
        if (line.GetValue(AsJson)) { Console.WriteLine(JsonSerializer.Serialize(outcome, Json)); }
        else if (outcome.Done) { Console.WriteLine(module.Length == 0 ? "Built anew." : $"{module} is {(on ? "on" : "off")}."); }
        else { await Console.Error.WriteLineAsync(outcome.Reason); }
        return outcome.Done ? 0 : 1;
    }

    public static async Task<WishOutcome> Outcome(OpenHouse house, long number, CancellationToken ct)
    {
        while (true)
        {
            if (house.Wishes.OutcomeOf(number) is var (done, reason)) { return new(done, reason); }
            if (!house.Folder.HasHost) { return new(false, "The host ended before it came to this."); }
            await Task.Delay(50, ct);
        }
    }

    private static DataFolder RunningOn(ParseResult line)
    {
        var folder = new DataFolder(CommandLine.DataOf(line));
        return folder.HasHost ? folder : throw new Refusal($"No host runs on {folder.Root}.");
    }
}

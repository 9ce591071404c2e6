using System.CommandLine;
using Loim.Host.Data;
using Loim.Host.Plugins;
using Loim.Modules;
using Microsoft.Data.Sqlite;

namespace Loim.Host.Cli;

/// <summary>Runs what was typed: 0 when it was done, else a sentence on standard error and 1.</summary>
internal static class CommandLine
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder with the data of the deployment.", Recursive = true };
    public static readonly Option<string?> Deployment = new("--deployment") { Description = "Deployment to serve: its name, or the path of its folder.", Recursive = true };
    public static readonly Option<string?> Plugins = new("--plugins") { Description = "Folder with the plugins, if not beside the program.", Recursive = true };

    public static async Task<int> Run(RootCommand root, string[] args)
    {
        root.Options.Add(Data);
        root.Options.Add(Deployment);
        root.Options.Add(Plugins);
        VerbsOfModules.AddTo(root);
        try
        {
            var line = root.Parse(args);
            if (line.Errors is [.., var error] && args.Length > 0) { throw new Refusal(error.Message); }
            // Ending is the host's own affair: requests in flight are finished first.
            return await line.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    public static PluginStore PluginsOf(ParseResult line, DataFolder folder) =>
        new(line.GetValue(Plugins) ?? Path.Combine(AppContext.BaseDirectory, "plugins"), folder.PluginCopies);

    public static string DataOf(ParseResult line) => line.GetValue(Data) ?? Environment.GetEnvironmentVariable("LOIM_DATA")
        ?? throw new Refusal("Say which data are meant by --data DIR.");

    /// <returns>Null for a fault of the program, which is shown with its insides.</returns>
    private static string? Sentence(Exception e) => e switch
    {
        Refusal or ModuleException or InvalidDataException or IOException or UnauthorizedAccessException => e.Message,
        SqliteException { SqliteErrorCode: 5 or 6 } => "The database is busy; try again.",
        SqliteException => $"The database cannot be used: {e.Message}",
        _ => null,
    };
}

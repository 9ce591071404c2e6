using System.CommandLine;
using System.Reflection;
using Loim.Host.Data;
using Loim.Modules;
using Module = Loim.Modules.Module;

namespace Loim.Host.Cli;

/// <summary>The verbs that the shared modules bring.</summary>
internal static class VerbsOfModules
{
    private static readonly MethodInfo LineOf = typeof(VerbsOfModules).GetMethod(nameof(Line), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static void AddTo(RootCommand root)
    {
        foreach (var verb in typeof(Module).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IVerb)) && !t.IsInterface))
        {
            Add(root, (VerbLine)LineOf.MakeGenericMethod(verb).Invoke(null, null)!, verb);
        }
    }

    private static VerbLine Line<T>() where T : IVerb => T.Line;

    private static void Add(Command root, VerbLine line, Type verb)
    {
        var parent = root;
        foreach (var word in line.Words[..^1])
        {
            var group = parent.Subcommands.FirstOrDefault(c => c.Name == word);
            if (group is null) { parent.Subcommands.Add(group = new Command(word)); }
            parent = group;
        }
        var command = new Command(line.Words[^1], line.Description);
        foreach (var symbol in line.Symbols)
        {
            if (symbol is Option option) { command.Options.Add(option); }
            else { command.Arguments.Add((Argument)symbol); }
        }
        command.SetAction(async (typed, ct) =>
        {
            var folder = new DataFolder(CommandLine.DataOf(typed));
            await using var house = await QuietHouse.Open(folder, typed.GetValue(CommandLine.Deployment), CommandLine.PluginsOf(typed, folder));
            return await house.Run(verb, string.Join(' ', line.Words), typed, ct);
        });
        parent.Subcommands.Add(command);
    }
}

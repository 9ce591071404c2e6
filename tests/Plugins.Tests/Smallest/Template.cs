using System.Diagnostics;
using System.Reflection;
using Loim.Core.Tests.Docs;
using Module = Loim.Modules.Module;

namespace Loim.Plugins.Tests.Smallest;

/// <summary>The template as <c>dotnet new</c> makes a plugin of it, built as every plugin is, in a folder of its own.</summary>
public sealed class Template
{
    private const string Plugin = "Sindi";

    private static readonly string Folder = Directory.CreateTempSubdirectory("loim-smallest-").FullName;
    private static readonly string Made = Path.Combine(Folder, "plugins", Plugin);

    public static string Source { get; } = Path.Combine(Repository.Root, "templates/municipality-plugin");

    /// <summary>Makes and builds it; the module is that of the built assembly.</summary>
    public static Module Build()
    {
        Directory.CreateDirectory(Made);
        WriteImport("Directory.Packages.props");
        WriteImport("plugins/Directory.Build.props", $"<PropertyGroup><OutDir>{Folder}/built/</OutDir></PropertyGroup>");
        WriteImport("plugins/Directory.Build.targets");
        Run("new", "install", Source, "--debug:custom-hive", $"{Folder}/hive");
        Run("new", "loim-plugin", "--name", Plugin, "--output", Made, "--module", "WelcomeDesk", "--debug:custom-hive", $"{Folder}/hive");
        Run("build", Made, "-nologo", "-v", "quiet", "-p:BuildProjectReferences=false", "-p:RestoreLockedMode=false");
        return Assembly.LoadFrom($"{Folder}/built/{Plugin}.dll").GetTypes().Where(t => t.IsSubclassOf(typeof(Module)))
            .Select(t => (Module)Activator.CreateInstance(t)!).Single();
    }

    private static void WriteImport(string file, string more = "") =>
        File.WriteAllText(Path.Combine(Folder, file), $"""<Project><Import Project="{Repository.Root}/{file}" />{more}</Project>""");

    private static void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{output}\n{error.Result}");
    }
}

using System.CommandLine;
namespace Loim.Host.Cli;
internal static class VerbsOfModules { public static void AddTo(RootCommand root, string[] args) { } }

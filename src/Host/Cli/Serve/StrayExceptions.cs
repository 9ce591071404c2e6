using System.Runtime.ExceptionServices;
using Loim.Host.Generations;
using Loim.Host.Switching;
using Loim.Modules;

namespace Loim.Host.Cli.Serve;

/// <summary>An exception that nobody awaits (<c>async void</c>, a thread of one's own) is named, and ends nothing.</summary>
internal static class StrayExceptions
{
    public static void Survive(Switchboard switchboard, FaultLog faults) => ExceptionHandling.SetUnhandledExceptionHandler(e =>
    {
        faults.Add(Blame.Of(e, new ModuleSet(switchboard.Known))?.Id ?? "core", "stray exception", e);
        return true;
    });
}

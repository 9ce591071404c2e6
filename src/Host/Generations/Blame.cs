using System.Diagnostics;
using Loim.Modules;

namespace Loim.Host.Generations;

/// <summary>Whose fault an exception is: the module whose code threw it, else the one whose type it speaks of.</summary>
internal static class Blame
{
    public static Module? Of(Exception exception, ModuleSet modules)
    {
        var all = Flatten(exception).ToList();
        return all.SelectMany(e => new StackTrace(e).GetFrames())
                .Select(f => f.GetMethod()?.DeclaringType).OfType<Type>().Select(modules.OwnerOf).FirstOrDefault(m => m is not null)
            ?? all.SelectMany(e => modules.On.Where(m => Speaks(e.Message, m))).FirstOrDefault();
    }

    private static bool Speaks(string message, Module module) =>
        module.Types.Any(t => t.FullName is { } name && message.Contains(name, StringComparison.Ordinal));

    /// <summary>The deepest first: that is where it began.</summary>
    private static IEnumerable<Exception> Flatten(Exception exception)
    {
        var inner = exception is AggregateException many ? many.InnerExceptions : exception.InnerException is { } one ? [one] : (IEnumerable<Exception>)[];
        return inner.SelectMany(Flatten).Append(exception);
    }
}

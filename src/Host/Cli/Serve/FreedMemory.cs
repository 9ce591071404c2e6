using System.Runtime.InteropServices;

namespace Loim.Host.Cli.Serve;

/// <summary>
/// A start, with the jobs and facts that were waiting for it, leaves more behind than a day of work, and the machine would never see it
/// again: with a large cache the collector waits for 100 MB and more before it looks, and the C library keeps what the database has freed.
/// </summary>
internal static class FreedMemory
{
    private static readonly TimeSpan StartIsOver = TimeSpan.FromSeconds(12);

    public static async Task GiveBack(CancellationToken ct)
    {
        await Task.Delay(StartIsOver, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // Of glibc alone: elsewhere there is no such function, and nothing to be done.
        if (NativeLibrary.TryLoad("libc.so.6", out var libc) && NativeLibrary.TryGetExport(libc, "malloc_trim", out var trim))
        {
            Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
        }
    }

    private delegate int MallocTrim(nuint keep);
}

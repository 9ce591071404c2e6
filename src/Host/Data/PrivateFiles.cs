using System.Runtime.InteropServices;

namespace Loim.Host.Data;

/// <summary>What the program writes is its user's alone: database, keys, and a backup wherever it is asked for.</summary>
internal static class PrivateFiles
{
    private const int GroupAndOthers = 0x3F;

    public static void Only()
    {
        if (!OperatingSystem.IsWindows()) { _ = Umask(GroupAndOthers); }
    }

    [DllImport("libc", EntryPoint = "umask"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Umask(int mask);
}

using System.Diagnostics;
using Loim.Host.Tests.Houses;

namespace Loim.Host.Tests;

/// <summary>The command line changes the key of all that is encrypted; killed at any moment, it goes on when it is run again.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private readonly TestFolders folders = new([], ["people", "programme", "cases"]);

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Killed_again_and_again_it_ends_with_no_value_of_the_old_key()
    {
        (await HostProcess.Run(["seed", "--people", "3000", "--year", "2025", "--random-seed", "7", .. Where])).Code.ShouldBe(0);
        var before = await Count();
        before.ShouldStartWith("sealing-1.key: ");
        for (var round = 0; round < 4; round++) { await KilledAfter(40 * round); }
        var (code, output, error) = await HostProcess.Run(["keys", "rotate", .. Where]);
        code.ShouldBe(0, output + error);
        output.ShouldContain("Sealed by an older key: 0. Unreadable: 0.");
        var values = before.Split('\n')[0].Split(' ')[1];
        (await Count()).ShouldContain($".key: {values} (seals now)");
    }

    private string[] Where => ["--data", folders.Data, "--deployment", folders.Deployment, "--plugins", folders.Plugins];

    private async Task<string> Count() => (await HostProcess.Run(["keys", "count", .. Where])).Output;

    /// <summary>So many milliseconds after it began to seal anew; where it was by then, chance decides.</summary>
    private async Task KilledAfter(int milliseconds)
    {
        using var process = Process.Start(new ProcessStartInfo(TestFolders.Program, ["keys", "rotate", .. Where]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        await Task.Delay(milliseconds);
        process.Kill();
        await process.WaitForExitAsync();
    }
}

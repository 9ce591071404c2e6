using System.Diagnostics;
using Loim.Bench.Load;

namespace Loim.Bench.Product;

/// <summary>The product as it is installed, on a data folder of its own, driven by its command line.</summary>
internal sealed class House(string program, string data)
{
    public string Database => Path.Combine(data, "loim.db");

    public ServerProcess Serve() => new(program, port => ["serve", "--port", $"{port}", "--data", data]);

    public async Task Command(IEnumerable<string> words, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, [.. words, "--data", data]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0) { throw new InvalidOperationException($"{string.Join(' ', words)}: {await error}{await output}"); }
        }
        finally
        {
            if (!process.HasExited) { process.Kill(); }
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Loim.Browser.Tests.House;

/// <summary>The built program, in demonstration, on a free port and a data folder of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("loim-browser-");
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private RunningHost(string deployment)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        process = new Process { StartInfo = Command(deployment, Address.Port, data.FullName), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The host ended before it was ready.\n{Said}"));
    }

    /// <summary>Where the built program and its plugins lie.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Host/", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'))));

    public Uri Address { get; }

    /// <summary>All that it wrote so far.</summary>
    public string Said { get { lock (said) { return said.ToString(); } } }

    public static async Task<RunningHost> Start(string deployment)
    {
        var host = new RunningHost(deployment);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        try { await host.ready.Task.WaitAsync(TimeSpan.FromSeconds(90)); }
        catch { await host.DisposeAsync(); throw; }
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            try { await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(15)).Token); }
            catch (OperationCanceledException) { process.Kill(); }
        }
        process.Dispose();
        data.Delete(recursive: true);
    }

    private static ProcessStartInfo Command(string deployment, int port, string data) =>
        new(Path.Combine(Folder, "loim"), ["serve", "--deployment", deployment, "--demo", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };

    private void Hear(string? line)
    {
        if (line is null) { return; }
        lock (said) { said.AppendLine(line); }
        if (line.StartsWith("Ready http", StringComparison.Ordinal)) { ready.TrySetResult(); }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

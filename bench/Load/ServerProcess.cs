using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Loim.Bench.Load;

/// <summary>A server under measurement: started on a free port of the loopback, ended by its id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];

    public ServerProcess(string program, Func<int, IEnumerable<string>> arguments)
    {
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo(program, arguments(port)) { RedirectStandardOutput = true, RedirectStandardError = true };
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"{program} ended before it was ready:\n{Said}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Ends when the server has said that it serves.</summary>
    public Task Ready => ready.Task;

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MiB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    private string Said { get { lock (said) { return string.Join('\n', said); } } }

    private void Heard(string? line)
    {
        if (line is null) { return; }
        lock (said)
        {
            if (said.Count < 200) { said.Add(line); }
        }
        if (line.StartsWith("Ready ", StringComparison.Ordinal)) { ready.TrySetResult(); }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) { process.Kill(); }
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

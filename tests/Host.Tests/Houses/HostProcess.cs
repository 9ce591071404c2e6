using System.Collections.Concurrent;
using System.Diagnostics;

namespace Loim.Host.Tests.Houses;

/// <summary>The built program as a process of its own, as an administrator runs it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said;

    private HostProcess(Process process, ConcurrentQueue<string> said, string ready)
    {
        (this.process, this.said) = (process, said);
        Ready = ready;
        Client = new HttpClient { BaseAddress = new Uri(ready.Split(' ')[1]) };
    }

    /// <summary>The line by which it says that it serves.</summary>
    public string Ready { get; }
    public HttpClient Client { get; }

    /// <summary>Its log so far.</summary>
    public string Said => string.Join('\n', said);
    public int ExitCode => process.ExitCode;

    public static Task<HostProcess> Start(TestFolders folders, params string[] more) => Start([], folders, more);

    /// <param name="inside">The command that starts the program in surroundings of its own, and becomes it.</param>
    public static async Task<HostProcess> Start(string[] inside, TestFolders folders, params string[] more)
    {
        var process = Launch([.. inside, TestFolders.Program, "serve", "--data", folders.Data, "--deployment", folders.Deployment, "--plugins", folders.Plugins, "--port", "0", .. more]);
        var said = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        return new(process, said, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It ended before it was ready."));
    }

    /// <summary>Starts to serve, and ends because it may not.</summary>
    public static async Task<(int Code, string Error)> Refused(string[] inside, TestFolders folders, params string[] more)
    {
        using var process = Launch([.. inside, TestFolders.Program, "serve", "--data", folders.Data, "--deployment", folders.Deployment, "--plugins", folders.Plugins, "--port", "0", .. more]);
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await error).Trim());
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var process = Launch([TestFolders.Program, .. arguments]);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim(), (await error).Trim());
    }

    /// <summary>SIGTERM, as a service manager ends it.</summary>
    public async Task AskToEnd()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    /// <summary>SIGKILL, as a power cut ends it.</summary>
    public async Task Kill()
    {
        process.Kill();
        await Ended();
    }

    public Task Ended() => process.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) { await Kill(); }
        process.Dispose();
    }

    private static Process Launch(string[] line) =>
        Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}

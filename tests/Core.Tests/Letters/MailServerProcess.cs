using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Loim.Core.Tests.Letters;

/// <summary>A real SMTP server on loopback (aiosmtpd), which lays what it takes into a maildir.</summary>
internal sealed class MailServerProcess
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("loim-mail-");
    private Process? process;

    public int Port { get; } = FreePort();

    public async Task Start()
    {
        process = Process.Start(new ProcessStartInfo("aiosmtpd", ["-n", "-l", $"127.0.0.1:{Port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(folder.FullName, "mail")])
        {
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await Answers()) { await Task.Delay(50, limit.Token); }
    }

    public IReadOnlyList<string> Mails() =>
        Directory.Exists(Path.Combine(folder.FullName, "mail", "new")) ? [.. Directory.EnumerateFiles(Path.Combine(folder.FullName, "mail", "new")).Select(File.ReadAllText)] : [];

    public async Task End()
    {
        if (process is { HasExited: false }) { process.Kill(); await process.WaitForExitAsync(); }
        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException) { return false; }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

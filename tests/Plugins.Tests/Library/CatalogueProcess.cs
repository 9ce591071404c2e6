using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Loim.Plugins.Tests.Library;

/// <summary>A real SRU server on loopback (Index Data's yaz-ztest). It knows the indexes below, and finds as many books as the number
/// that is asked for says.</summary>
internal sealed class CatalogueProcess : IDisposable
{
    private const string Indexes = """
        set.cql = info:srw/cql-context-set/1/cql-v1.1
        set.dc = info:srw/cql-context-set/1/dc-v1.1
        index.cql.anywhere = 1=1016
        index.dc.language = 1=54
        index.dc.subject = 1=21
        relation.eq = 2=3
        relation.all = 2=3
        structure.* = 4=1
        position.any = 3=3 6=1
        truncation.none = 5=100
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("loim-catalogue-");
    private readonly Process process;
    private bool gone;

    private CatalogueProcess(int port)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "indexes"), Indexes + "\n");
        File.WriteAllText(Path.Combine(folder.FullName, "server.xml"), "<yazgfs><server><cql2rpn>indexes</cql2rpn></server></yazgfs>");
        process = Process.Start(new ProcessStartInfo("yaz-ztest", ["-T", "-v", "none", "-f", "server.xml", $"tcp:127.0.0.1:{port}"])
        {
            WorkingDirectory = folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
    }

    public required Uri Address { get; init; }

    public static async Task<CatalogueProcess> Start()
    {
        var port = FreePort();
        var server = new CatalogueProcess(port) { Address = new Uri($"http://127.0.0.1:{port}/Default") };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await Answers(port)) { await Task.Delay(50, limit.Token); }
        return server;
    }

    public void Dispose()
    {
        if (gone) { return; }
        gone = true;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException) { return false; }
    }
}

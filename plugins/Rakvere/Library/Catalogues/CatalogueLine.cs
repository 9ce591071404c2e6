using System.Net;
using System.Net.Sockets;

namespace Rakvere.Library.Catalogues;

/// <summary>The connection to the catalogue leads where the administrator set it, and nowhere else: no redirect is followed, no proxy
/// asked, and a name that turns out to stand for a machine inside the network is not called. Who means such a machine sets its number.</summary>
internal static class CatalogueLine
{
    private static readonly IPNetwork[] Inside =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 224.0.0.0/3 ::/127 fc00::/7 fe80::/10 ff00::/8"
            .Split(' ').Select(network => IPNetwork.Parse(network)),
    ];

    public static SocketsHttpHandler Open() => new()
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = Connect, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Whether a name may stand for this address.</summary>
    public static bool IsOutside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Inside, network => network.Contains(plain));
    }

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var open = IPAddress.TryParse(host, out var number) ? [number] : (await Dns.GetHostAddressesAsync(host, ct)).Where(IsOutside).ToArray();
        if (open.Length == 0) { throw new HttpRequestException($"{host} stands for no address outside."); }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

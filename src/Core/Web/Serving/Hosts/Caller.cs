using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>By what those who are not signed in are told apart where something is counted.</summary>
internal static class Caller
{
    private const int Network = 8;

    /// <summary>Their address; of IPv6 the network that it lies in: whoever has one address there has all of them.</summary>
    public static IPAddress Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } it => it.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } it => new([.. it.GetAddressBytes()[..Network], .. new byte[Network]]),
        var it => it,
    };
}

using System.Net;
using System.Threading.RateLimiting;
using Loim.Modules;
using Microsoft.AspNetCore.Http;

namespace Loim.PublicSite.Help;

/// <summary>How many requests one address may send: a library's computer is not hindered, a machine is.</summary>
[Singleton]
internal sealed class HelpLimit : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(10) }));

    public bool Allow(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}

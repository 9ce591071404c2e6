using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Loim.Web.Forms;

/// <summary>How often one address may send a form without being signed in: a library's computer is not hindered, a machine is.
/// Each page counts for itself, and only what was filled in right.</summary>
internal sealed class FormLimit : IDisposable
{
    public const int Most = 10;

    private readonly PartitionedRateLimiter<(IPAddress Address, string Page)> limiter =
        PartitionedRateLimiter.Create<(IPAddress Address, string Page), (IPAddress Address, string Page)>(who =>
            RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = Most, Window = TimeSpan.FromMinutes(10) }));

    public bool Allow(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire((context.Connection.RemoteIpAddress ?? IPAddress.None, context.Request.Path.Value!.ToLowerInvariant()));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}

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
        using var lease = limiter.AttemptAcquire((Caller.Of(context), PageOf(context.Request.Path)));
        return lease.IsAcquired;
    }

    /// <summary>However its address is written.</summary>
    private static string PageOf(PathString path) => string.Join('/', path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Guid.TryParse(part, out var id) ? $"{id}" : part.ToLowerInvariant()));

    public void Dispose() => limiter.Dispose();
}

using System.Net;
using System.Threading.RateLimiting;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Http;

namespace Loim.Accounts.Sessions;

/// <summary>How often one address may try to sign in: an office behind one address is not hindered, a machine that guesses is.</summary>
[Singleton]
internal sealed class Attempts : IDisposable
{
    private const int AMinute = 30;

    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Whether this one is not one too many; if it is, the answer says so (429).</summary>
    public bool Allow(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(Caller.Of(context));
        if (!lease.IsAcquired) { context.Response.StatusCode = StatusCodes.Status429TooManyRequests; }
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}

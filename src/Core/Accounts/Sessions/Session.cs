using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Loim.Accounts.Sessions;

/// <summary>One sign-in. The cookie names it and nothing else, so that a session whose row is gone is over everywhere.</summary>
internal sealed class Session
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>For so long after signing in nobody is asked once more who they are.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private const string Claim = "session";

    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid AccountId { get; init; }
    public Account? Account { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>They have shown who they are; a one-time password that still waits does not concern them.</summary>
    public bool ByTara { get; init; }

    public ClaimsPrincipal ToPrincipal() =>
        new(new ClaimsIdentity([new Claim(Claim, Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme));

    public static Guid? Of(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(Claim), out var id) ? id : null;
}

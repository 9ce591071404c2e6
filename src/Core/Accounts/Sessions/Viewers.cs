using System.Security.Claims;
using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Sessions;

/// <summary>One query a request, so that disabling an account, changing a role, or the end of either holds from the next request on.</summary>
[Scoped]
internal sealed class Viewers(House<AccountsDb> house, TimeProvider time) : IViewers
{
    private static readonly Func<AccountsDb, Guid, DateTime, DateOnly, IAsyncEnumerable<Row>> Query = EF.CompileAsyncQuery((AccountsDb db, Guid session, DateTime since, DateOnly today) =>
        from s in db.Sessions
        where s.Id == session && s.StartedAt > since && s.Account!.DisabledAt == null && (s.Account.Until == null || s.Account.Until >= today)
        from role in s.Account!.Roles.Where(r => r.Until == null || r.Until >= today).DefaultIfEmpty()
        from permission in db.RolePermissions.Where(p => p.RoleId == role!.RoleId).DefaultIfEmpty()
        select new Row(s.AccountId, s.Account!.DisplayName, s.Account.Organisation, s.Account.OneTimeUntil != null && !s.ByTara, role!.RoleId, permission!.Permission));

    public async Task<Viewer?> Of(ClaimsPrincipal principal)
    {
        if (Session.Of(principal) is not { } session) { return null; }
        Row? first = null;
        var (roles, permissions) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>());
        await foreach (var row in Query(house.Db, session, time.GetUtcNow().UtcDateTime - Session.Longest, time.Today()))
        {
            first = row;
            if (row.Role is { } role) { roles.Add(role); }
            // A password that somebody else has set opens nothing but the page where it is changed.
            if (row is { Permission: { } permission, OneTime: false }) { permissions.Add(permission); }
        }
        return first is null ? null : Viewer.Of(first.Account, first.Name, first.Organisation, permissions, string.Join(", ", roles));
    }

    private sealed record Row(Guid Account, string Name, string? Organisation, bool OneTime, string? Role, string? Permission);
}

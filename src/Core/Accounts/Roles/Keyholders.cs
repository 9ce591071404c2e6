using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Roles;

/// <summary>Somebody must remain who can let others in: the last such account keeps its role, and the role its permission.</summary>
[Scoped]
internal sealed class Keyholders(House<AccountsDb> house)
{
    private static readonly string[] Keys = [Permissions.Manage, "accounts.*"];

    public static bool IsKey(IEnumerable<string> permissions) => permissions.Any(Keys.Contains);

    public async Task<bool> Hold(IReadOnlyCollection<string> roles) =>
        await house.Db.RolePermissions.AnyAsync(p => roles.Contains(p.RoleId) && Keys.Contains(p.Permission));

    /// <summary>Whether some account that may sign in can manage accounts, this account aside, or by another role than this.
    /// What ends on a day does not count: after it nobody would remain.</summary>
    public async Task<bool> Remain(Guid? without = null, string? withoutRole = null) =>
        await house.Db.Accounts.AnyAsync(a => a.Id != without && a.DisabledAt == null && a.Until == null
            && a.Roles.Any(r => r.RoleId != withoutRole && r.Until == null && house.Db.RolePermissions.Any(p => p.RoleId == r.RoleId && Keys.Contains(p.Permission))));
}

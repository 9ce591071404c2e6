using Loim.Access;
using Loim.Accounts.Roles;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Granting;

/// <summary>Looks at each change of rights inside its unit of work, before it is written, against what the database holds then: nobody adds
/// to their own, and when the keys of the house are given, those who have them are told.</summary>
[Scoped]
internal sealed class GrantKeeper(House<AccountsDb> house, CurrentViewer current, TimeProvider time)
{
    public const string OwnRights = nameof(OwnRights), OwnEnd = nameof(OwnEnd), OwnOrganisation = nameof(OwnOrganisation);

    /// <param name="changed">As it is to be.</param>
    /// <returns>Why it is refused; null where it is not.</returns>
    public async Task<string?> Judge(Account changed)
    {
        var before = await house.Db.Accounts.AsNoTracking().Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == changed.Id);
        var permissions = await PermissionsOf([changed, .. before is null ? Array.Empty<Account>() : [before]]);
        var (had, has) = (Rights.Of(before, id => permissions[id], time.Today()), Rights.Of(changed, id => permissions[id], time.Today()));
        if (before is not null && IsOwn(changed) && Widening(before, changed) is { } own) { return own; }
        Tell(changed, had, has);
        return null;
    }

    /// <param name="wanted">What the role is to give.</param>
    /// <inheritdoc cref="Judge(Account)"/>
    public async Task<string?> Judge(Role role, IReadOnlyCollection<string> wanted)
    {
        var holders = await house.Db.Accounts.AsNoTracking().Include(a => a.Roles).Where(a => a.Roles.Any(r => r.RoleId == role.Id)).ToListAsync();
        var permissions = await PermissionsOf(holders);
        var changes = holders.ConvertAll(a => (Account: a, Had: Rights.Of(a, id => permissions[id], time.Today()),
            Has: Rights.Of(a, id => id == role.Id ? wanted : permissions[id], time.Today())));
        if (holders.Exists(IsOwn) && wanted.Any(p => !permissions[role.Id].Contains(p) && !permissions[role.Id].Contains(Rights.All(p)))) { return OwnRights; }
        changes.ForEach(c => Tell(c.Account, c.Had, c.Has));
        return null;
    }

    /// <summary>A role counts even where another gives the same: it would stay when that one goes, and grow by itself.</summary>
    private static string? Widening(Account before, Account after)
    {
        DateOnly? EndOf(AccountRole role) => before.Roles.Find(r => r.RoleId == role.RoleId)!.Until;
        if (before.DisabledAt is not null && after.DisabledAt is null || after.Roles.Exists(r => before.Roles.TrueForAll(b => b.RoleId != r.RoleId))) { return OwnRights; }
        if (IsLater(after.Until, before.Until) || after.Roles.Exists(r => IsLater(r.Until, EndOf(r)))) { return OwnEnd; }
        // Whose cases and enquiries one sees hangs on it.
        return after.Organisation != before.Organisation ? OwnOrganisation : null;
    }

    private static bool IsLater(DateOnly? end, DateOnly? than) => than is not null && (end is null || end > than);

    private bool IsOwn(Account account) => current.Viewer.IsSignedIn && current.Viewer.Account == account.Id;

    private void Tell(Account account, Rights had, Rights has) =>
        house.Db.AddRange(KeyGrant.Keys.Where(key => has.Until(key) > had.Until(key)).Select(key => KeyGrant.Of(account, key, current.Viewer, time.GetUtcNow().UtcDateTime)));

    private async Task<ILookup<string, string>> PermissionsOf(IEnumerable<Account> accounts)
    {
        var roles = accounts.SelectMany(a => a.Roles).Select(r => r.RoleId).Distinct().ToList();
        return (await house.Db.RolePermissions.AsNoTracking().Where(p => roles.Contains(p.RoleId)).ToListAsync()).ToLookup(p => p.RoleId, p => p.Permission);
    }
}

namespace Loim.Accounts.Granting;

/// <summary>What an account may do, each thing until its last day: that of the role or of the account, whichever is earlier.</summary>
internal sealed class Rights
{
    private static readonly DateOnly Never = DateOnly.MinValue;
    private readonly Dictionary<string, DateOnly> last = [];

    /// <param name="account">Null: there is none yet. One that is disabled may do nothing.</param>
    /// <param name="permissionsOf">Of a role, by its id.</param>
    public static Rights Of(Account? account, Func<string, IEnumerable<string>> permissionsOf, DateOnly today)
    {
        var rights = new Rights();
        if (account is null or { DisabledAt: not null }) { return rights; }
        foreach (var role in account.Roles)
        {
            var (ofRole, ofAccount) = (role.Until ?? DateOnly.MaxValue, account.Until ?? DateOnly.MaxValue);
            var until = ofRole < ofAccount ? ofRole : ofAccount;
            if (until >= today) { rights.Hold(permissionsOf(role.RoleId), until); }
        }
        return rights;
    }

    /// <summary>The last day on which it is held, by its own name or with all of its module.</summary>
    public DateOnly Until(string permission) => Later(last.GetValueOrDefault(permission, Never), last.GetValueOrDefault(All(permission), Never));

    /// <summary>The name of all permissions of the module: <c>events.*</c>.</summary>
    public static string All(string permission) => permission.Split('.')[0] + ".*";

    private void Hold(IEnumerable<string> permissions, DateOnly until)
    {
        foreach (var permission in permissions) { last[permission] = Later(last.GetValueOrDefault(permission, Never), until); }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

using Loim.Accounts.Granting;
using Loim.Accounts.Staff;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Roles;

/// <summary>What an administrator does with roles; a change holds for everybody from their next request.</summary>
[Scoped]
internal sealed class RoleKeeper(House<AccountsDb> house, Keyholders keyholders, GrantKeeper grants, Work work)
{
    public Task<Role?> Find(string id) => house.Db.Roles.Include(r => r.Permissions).FirstOrDefaultAsync(r => r.Id == id);

    /// <summary>Refused where somebody would add to their own rights by it, or nobody would remain who can manage accounts.</summary>
    public Task<IdentityResult> Change(Role role, string? title, IReadOnlyCollection<string> permissions) => work.Do(async () =>
    {
        if (!Keyholders.IsKey(permissions) && !await keyholders.Remain(withoutRole: role.Id)) { return Failed(AccountKeeper.LastKeyholder); }
        if (await grants.Judge(role, permissions) is { } own) { return Failed(own); }
        role.Title = title;
        role.TakePermissions(permissions);
        return IdentityResult.Success;
    });

    public async Task Add(string title, IReadOnlyCollection<string> permissions)
    {
        var role = new Role { Id = Guid.CreateVersion7().ToString("N"), Title = title };
        role.TakePermissions(permissions);
        await work.Do(() => house.Db.Add(role));
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code });
}

using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Roles;

/// <summary>What an administrator does with roles; a change holds for everybody from their next request.</summary>
[Scoped]
internal sealed class RoleKeeper(House<AccountsDb> house, Keyholders keyholders, Work work)
{
    public Task<Role?> Find(string id) => house.Db.Roles.Include(r => r.Permissions).FirstOrDefaultAsync(r => r.Id == id);

    /// <returns>False when nobody would remain who can manage accounts.</returns>
    public Task<bool> Change(Role role, string? title, IReadOnlyCollection<string> permissions) => work.Do(async () =>
    {
        if (!Keyholders.IsKey(permissions) && !await keyholders.Remain(withoutRole: role.Id)) { return false; }
        role.Title = title;
        role.TakePermissions(permissions);
        return true;
    });

    public async Task Add(string title, IReadOnlyCollection<string> permissions)
    {
        var role = new Role { Id = Guid.CreateVersion7().ToString("N"), Title = title };
        role.TakePermissions(permissions);
        await work.Do(() => house.Db.Add(role));
    }
}

using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Roles;

/// <summary>The roles that the deployment names, in a house that has none yet: whoever adds the first account ensures them.
/// From then on the administrator's own rule.</summary>
[Scoped]
internal sealed class FirstRoles(Deployment deployment, House<AccountsDb> house, Work work)
{
    public async Task Ensure()
    {
        if (!await house.Db.Roles.AnyAsync()) { await work.Do(Add); }
    }

    private async Task Add()
    {
        // Another process may have been here between the look and the gate.
        if (await house.Db.Roles.AnyAsync()) { return; }
        foreach (var (id, permissions) in deployment.Roles)
        {
            var role = new Role { Id = id };
            role.TakePermissions([.. permissions]);
            house.Db.Add(role);
        }
    }
}

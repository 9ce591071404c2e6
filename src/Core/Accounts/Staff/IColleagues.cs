using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Staff;

/// <summary>Somebody who works in the house, as far as colleagues need to know.</summary>
public sealed record Colleague(Guid Account, string Name, string? Organisation);

/// <summary>To whom work can be handed over.</summary>
public interface IColleagues
{
    /// <param name="permission">Full name: <c>cases.casework</c>.</param>
    /// <returns>Accounts in use whose roles give the permission, by name.</returns>
    Task<IReadOnlyList<Colleague>> With(string permission);
}

[Scoped]
internal sealed class Colleagues(House<AccountsDb> house, TimeProvider time) : IColleagues
{
    public async Task<IReadOnlyList<Colleague>> With(string permission)
    {
        var all = $"{permission.Split('.')[0]}.*";
        var roles = house.Db.RolePermissions.Where(p => p.Permission == permission || p.Permission == all).Select(p => p.RoleId);
        var today = time.Today();
        return await house.Db.Accounts
            .Where(a => a.DisabledAt == null && (a.Until == null || a.Until >= today) && a.Roles.Any(r => roles.Contains(r.RoleId) && (r.Until == null || r.Until >= today)))
            .OrderBy(a => a.DisplayName).Select(a => new Colleague(a.Id, a.DisplayName, a.Organisation)).ToListAsync();
    }
}

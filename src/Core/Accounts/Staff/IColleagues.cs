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
internal sealed class Colleagues(House<AccountsDb> house) : IColleagues
{
    public async Task<IReadOnlyList<Colleague>> With(string permission)
    {
        var all = $"{permission.Split('.')[0]}.*";
        var roles = house.Db.RolePermissions.Where(p => p.Permission == permission || p.Permission == all).Select(p => p.RoleId);
        return await house.Db.Accounts.Where(a => a.DisabledAt == null && a.Roles.Any(r => roles.Contains(r.RoleId)))
            .OrderBy(a => a.DisplayName).Select(a => new Colleague(a.Id, a.DisplayName, a.Organisation)).ToListAsync();
    }
}

using Loim.Accounts.Roles;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Sessions;

/// <summary>One account a role, entered by a button. It exists only where the deployment is a demonstration.</summary>
internal sealed class DemoDoor(House<AccountsDb> house)
{
    public const string Ending = "@demo.example";

    public Task<List<Account>> Accounts() =>
        house.Db.Accounts.AsNoTracking().Include(a => a.Roles).Where(a => a.Name.EndsWith(Ending) && a.DisabledAt == null).OrderBy(a => a.Name).ToListAsync();
}

/// <summary>Invented people; their passwords are random and told to nobody.</summary>
internal sealed class DemoAccounts(Deployment deployment, FirstRoles first, House<AccountsDb> house, UserManager<Account> users, Work work) : IDemonstration
{
    private static readonly string[] Names = ["Taavi Metsoja", "Anneli Kasemägi", "Kadri Lepasalu", "Oksana Verbytska", "Rein Paju", "Liis Soosaar"];

    /// <summary>Nothing where real people work: no account exists there that nobody made.</summary>
    public Task Add(Scenery scenery, CancellationToken ct) => !deployment.Demo ? Task.CompletedTask : work.Do(async () =>
    {
        await first.Ensure();
        var roles = house.Db.Roles.Local.Select(r => r.Id).Union(await house.Db.Roles.Select(r => r.Id).ToListAsync(ct)).Order();
        foreach (var (index, role) in roles.Index())
        {
            var account = new Account
            {
                Id = Scenery.AccountOf(role),
                Name = role + DemoDoor.Ending,
                DisplayName = Names[index % Names.Length],
                Organisation = role == "organiser" ? "Linnaraamatukogu" : null,
            };
            account.TakeRoles([role]);
            await users.CreateAsync(account, Passwords.New());
        }
    });
}

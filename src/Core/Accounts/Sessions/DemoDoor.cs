using System.Security.Cryptography;
using System.Text;
using Loim.Accounts.Passkeys;
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

/// <summary>Invented people without a password: the button is their only way in.</summary>
internal sealed class DemoAccounts(Deployment deployment, FirstRoles first, House<AccountsDb> house, UserManager<Account> users, Work work) : IDemonstration
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["administrator"] = "Taavi Metsoja", ["case-manager"] = "Anneli Kasemägi", ["coordinator"] = "Kadri Lepasalu", ["organiser"] = "Oksana Verbytska",
        ["specialist"] = "Rein Paju", ["casework-lead"] = "Urve Kuusnõmm", ["finance"] = "Helle Vainupõld", ["auditor"] = "Margus Rohumets",
        ["reporter"] = "Liis Soosaar", ["community-coordinator"] = "Amina Okafor-Saar", ["adviser"] = "Polina Järvekülg", ["data-protection"] = "Eve Hallikivi",
    };

    /// <summary>Nothing where real people work: no account exists there that nobody made.</summary>
    public Task Add(Scenery scenery, CancellationToken ct) => !deployment.Demo ? Task.CompletedTask : work.Do(async () =>
    {
        await first.Ensure();
        var roles = house.Db.Roles.Local.Select(r => r.Id).Union(await house.Db.Roles.Select(r => r.Id).ToListAsync(ct)).Order();
        foreach (var played in deployment.DemoAccounts.UnionBy(roles.Select(r => new DemoAccount(r)), a => a.Id ?? a.Role))
        {
            var id = played.Id ?? played.Role;
            var account = new Account
            {
                Id = Scenery.AccountOf(id),
                Name = id + DemoDoor.Ending,
                DisplayName = played.Name ?? Names.GetValueOrDefault(played.Role, id),
                Organisation = played.Organisation,
                // A contract for the year is what such coordinators have.
                Until = played.Role == "community-coordinator" ? new DateOnly(scenery.Today.Year + 1, 6, 30) : null,
            };
            account.TakeRoles([played.Role]);
            await users.CreateAsync(account);
            // It opens nothing: there is no other half of it.
            var nobodys = SHA256.HashData(Encoding.UTF8.GetBytes(account.Name));
            house.Db.Add(new Passkey { AccountId = account.Id, Name = "Töötelefon", CredentialId = nobodys, PublicKey = nobodys, MadeAt = Days.Instant(scenery.Today.AddDays(-40), new TimeOnly(10, 15)) });
        }
    });
}

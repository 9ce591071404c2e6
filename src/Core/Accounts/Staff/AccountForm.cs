using Loim.Accounts.Roles;
using Loim.Web;
using Loim.Web.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Staff;

internal sealed class AccountForm : FormModel
{
    public TextField Name { get; } = new() { Required = true, Max = 256 };
    public TextField DisplayName { get; } = new() { Required = true, Max = 100 };
    public TextField Organisation { get; } = new() { Max = 100 };
    public ChoicesField Roles { get; } = new() { Required = true };

    public async Task Offer(AccountsDb db, Wording texts) =>
        Roles.Options = [.. (await db.Roles.AsNoTracking().ToListAsync())
            .Select(r => new Option(r.Id, RoleTitles.Of(texts, r.Id, r.Title))).OrderBy(o => o.Label, StringComparer.CurrentCulture)];

    public void Show(Account account)
    {
        (Name.Value, DisplayName.Value, Organisation.Value) = (account.Name, account.DisplayName, account.Organisation);
        Roles.Values = [.. account.Roles.Select(r => r.RoleId)];
    }

    public void CopyTo(Account account)
    {
        (account.Name, account.DisplayName, account.Organisation) = (Name.Text, DisplayName.Text, Organisation.Value);
        account.TakeRoles(Roles.Values);
    }

    /// <summary>What was refused, in the reader's words.</summary>
    public void Refuse(IdentityResult result, Wording texts)
    {
        foreach (var error in result.Errors)
        {
            Fail(error.Code == AccountKeeper.LastKeyholder ? Roles : Name, texts[$"identity.{error.Code}"]);
        }
    }
}

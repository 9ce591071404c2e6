using Loim.Accounts.Granting;
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

    /// <summary>One of the roles holds until a day; without the day it has no end any more.</summary>
    public ChoiceField Ending { get; } = new();
    public DateField EndsOn { get; } = new();
    public DateField Until { get; } = new();

    public async Task Offer(AccountsDb db, Wording texts) =>
        Roles.Options = Ending.Options = [.. (await db.Roles.AsNoTracking().ToListAsync())
            .Select(r => new Option(r.Id, RoleTitles.Of(texts, r.Id, r.Title))).OrderBy(o => o.Label, StringComparer.CurrentCulture)];

    public void Show(Account account, Func<DateOnly, string> day)
    {
        (Name.Value, DisplayName.Value, Organisation.Value, Until.Value) = (account.Name, account.DisplayName, account.Organisation, account.Until);
        Roles.Values = [.. account.Roles.Select(r => r.RoleId)];
        Roles.Options = [.. Roles.Options.Select(o => account.Roles.Find(r => r.RoleId == o.Value)?.Until is { } until ? o with { Label = $"{o.Label} – {day(until)}" } : o)];
    }

    public void CopyTo(Account account)
    {
        (account.Name, account.DisplayName, account.Organisation, account.Until) = (Name.Text, DisplayName.Text, Organisation.Value, Until.Value);
        account.TakeRoles(Ending.Value is { } ending && EndsOn.Value is not null ? [.. Roles.Values, ending] : Roles.Values);
        if (account.Roles.Find(r => r.RoleId == Ending.Value) is { } role) { role.Until = EndsOn.Value; }
    }

    /// <summary>What was refused, in the reader's words.</summary>
    public void Refuse(IdentityResult result, Wording texts)
    {
        foreach (var error in result.Errors)
        {
            Fail(FieldOf(error.Code), texts[$"identity.{error.Code}"]);
        }
    }

    private Field FieldOf(string refusal) => refusal switch
    {
        AccountKeeper.LastKeyholder or GrantKeeper.OwnRights => Roles,
        GrantKeeper.OwnEnd => Ending.Value is null ? Until : EndsOn,
        GrantKeeper.OwnOrganisation => Organisation,
        _ => Name,
    };
}

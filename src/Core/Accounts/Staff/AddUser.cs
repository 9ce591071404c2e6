using System.CommandLine;
using Loim.Accounts.Roles;
using Loim.Accounts.Sessions;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Staff;

/// <summary>The way to the first administrator: whoever can read the data folder may add an account.</summary>
internal sealed class AddUser(AccountKeeper keeper, FirstRoles first, WaysIn ways, House<AccountsDb> house, Work work) : IVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What they sign in with, such as an e-mail address." };
    private static readonly Option<string> RoleId = new("--role") { Description = "Id of a role of the deployment.", Required = true };
    private static readonly Option<string?> Display = new("--display") { Description = "Name as others see it; the sign-in name when left out." };
    private static readonly Option<string?> Organisation = new("--organisation") { Description = "Short name of the organisation they work for." };
    private static readonly Option<bool> FromInput = new("--password-stdin") { Description = "Read the password from standard input instead of making a one-time one." };
    private static readonly Option<bool> ByTara = new("--tara") { Description = "No password: read from standard input the personal code by which TARA knows them." };

    public static VerbLine Line { get; } = new(["user", "add"], "Adds an account and prints its one-time password.", Name, RoleId, Display, Organisation, FromInput, ByTara);

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        var role = await Known(line.GetValue(RoleId)!, ct);
        var name = line.GetValue(Name)!.Trim();
        var account = new Account { Name = name, DisplayName = line.GetValue(Display) ?? name, Organisation = line.GetValue(Organisation) };
        account.TakeRoles([role]);
        if (line.GetValue(ByTara)) { return await AddBound(account, output, ct); }
        if (!ways.Password) { throw new Refusal("Here people sign in by TARA alone: add --tara and give their personal code on standard input."); }
        var own = line.GetValue(FromInput) ? await Console.In.ReadLineAsync(ct) ?? "" : null;
        var password = own ?? Passwords.New();
        var result = await keeper.Add(account, password, oneTime: own is null);
        Demand(result);
        await output.WriteLineAsync(own is not null ? "The account is there." : $"One-time password, valid for {Account.OneTimeFor.Days} days: {password}");
        return 0;
    }

    private async Task<int> AddBound(Account account, TextWriter output, CancellationToken ct)
    {
        if (ways.Tara is null) { throw new Refusal("TARA is not set up for this deployment."); }
        var subject = (await Console.In.ReadLineAsync(ct) ?? "").Trim();
        // Either the account is there and bound, or nothing is.
        await work.Do(async () =>
        {
            Demand(await keeper.Add(account, null, oneTime: false));
            Demand(await keeper.Bind(account, subject));
        });
        await output.WriteLineAsync("The account is there; they sign in by TARA.");
        return 0;
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) { throw new Refusal(string.Join(" ", result.Errors.Select(e => e.Description))); }
    }

    private async Task<string> Known(string role, CancellationToken ct)
    {
        await first.Ensure();
        var known = await house.Db.Roles.Select(r => r.Id).Order().ToListAsync(ct);
        return known.Contains(role) ? role : throw new Refusal($"There is no role \"{role}\". The roles are: {string.Join(", ", known)}.");
    }
}

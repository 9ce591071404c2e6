using Loim.Accounts.Roles;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Staff;

/// <summary>What an administrator does with accounts. Whoever loses a right loses it at their next request.</summary>
[Scoped]
internal sealed class AccountKeeper(UserManager<Account> users, House<AccountsDb> house, Keyholders keyholders, Work work, TimeProvider time)
{
    public const string LastKeyholder = nameof(LastKeyholder);

    public Task<Account?> Find(Guid id) => house.Db.Accounts.Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == id);

    /// <param name="oneTime">The password is told to somebody else, who changes it when they first sign in.</param>
    public Task<IdentityResult> Add(Account account, string password, bool oneTime)
    {
        if (oneTime) { account.OneTimeUntil = Now + Account.OneTimeFor; }
        return work.Do(() => users.CreateAsync(account, password));
    }

    public Task<IdentityResult> Change(Account account, Action<Account> change) => Keep(account, async () =>
    {
        change(account);
        return await users.UpdateAsync(account);
    });

    public Task<IdentityResult> Disable(Account account) => Keep(account, async () =>
    {
        account.Disable(Now);
        await EndSessions(account);
        return IdentityResult.Success;
    });

    public Task Enable(Account account) => work.Do(account.Enable);

    /// <summary>A new one-time password; whoever was signed in with the old one no longer is.</summary>
    public async Task<string> Renew(Account account)
    {
        var password = Passwords.New();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.OneTimeUntil = Now + Account.OneTimeFor;
        await work.Do(() => EndSessions(account));
        return password;
    }

    /// <summary>One's own password; ends every other session of the account.</summary>
    public async Task<IdentityResult> ChangePassword(Account account, string current, string password, Guid? session)
    {
        var result = await users.ChangePasswordAsync(account, current, password);
        if (result.Succeeded)
        {
            await work.Do(async () =>
            {
                account.OneTimeUntil = null;
                await EndSessions(account, but: session);
            });
        }
        return result;
    }

    /// <summary>Makes the change, unless nobody would remain who can manage accounts.</summary>
    private async Task<IdentityResult> Keep(Account account, Func<Task<IdentityResult>> change)
    {
        try
        {
            return await work.Do(async () =>
            {
                var result = await change();
                var holds = account.DisabledAt is null && await keyholders.Hold([.. account.Roles.Select(r => r.RoleId)]);
                return !result.Succeeded || holds || await keyholders.Remain(without: account.Id) ? result : throw new NoKeyholderException();
            });
        }
        catch (NoKeyholderException) { return IdentityResult.Failed(new IdentityError { Code = LastKeyholder, Description = "Nobody would remain who can manage accounts." }); }
    }

    private async Task EndSessions(Account account, Guid? but = null) =>
        house.Db.RemoveRange(await house.Db.Sessions.Where(s => s.AccountId == account.Id && s.Id != but).ToListAsync());

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private sealed class NoKeyholderException : Exception;
}

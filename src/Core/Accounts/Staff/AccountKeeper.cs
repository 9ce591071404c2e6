using Loim.Accounts.Granting;
using Loim.Accounts.Roles;
using Loim.Accounts.Sessions;
using Loim.Accounts.Tara.Identities;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Staff;

/// <summary>What an administrator does with accounts. Whoever loses a right loses it at their next request.</summary>
[Scoped]
internal sealed class AccountKeeper(
    UserManager<Account> users, WaysIn ways, House<AccountsDb> house, BlindIndex index, Keyholders keyholders, GrantKeeper grants, Work work, TimeProvider time)
{
    public const string LastKeyholder = nameof(LastKeyholder), NoSubject = nameof(NoSubject), TakenSubject = nameof(TakenSubject);

    public Task<Account?> Find(Guid id) => house.Db.Accounts.Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == id);

    /// <param name="password">Null: they come in by TARA alone.</param>
    /// <param name="oneTime">The password is told to somebody else, who changes it when they first sign in.</param>
    public Task<IdentityResult> Add(Account account, string? password, bool oneTime) => Judged(account, () =>
    {
        if (password is null) { return users.CreateAsync(account); }
        if (oneTime) { account.OneTimeUntil = Now + Account.OneTimeFor; }
        return users.CreateAsync(account, password);
    });

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

    public Task<IdentityResult> Enable(Account account) => Judged(account, () =>
    {
        account.Enable();
        return Task.FromResult(IdentityResult.Success);
    });

    /// <summary>Binds the account to whom TARA knows by this code, or to nobody; a session that began before ends.
    /// A binding that is changed or ended takes the passkeys with it.</summary>
    /// <param name="subject">Country and code; an Estonian code may stand without its country.</param>
    public Task<IdentityResult> Bind(Account account, string? subject) => work.Do(async () =>
    {
        if (subject is { Length: 11 } && char.IsAsciiDigit(subject[0])) { subject = "EE" + subject; }
        if (subject is not null && !TaraIdentity.IsSubject(subject)) { return Failed(NoSubject, "This is no country and personal code."); }
        var bound = await house.Db.Identities.FindAsync(account.Id);
        var wasBound = bound is not null;
        if (subject is null && bound is not null) { house.Db.Remove(bound); }
        if (subject is not null)
        {
            var who = new TaraIdentity(ways.Tara!.Issuer, subject);
            var sought = who.Index(index);
            if (await house.Db.Identities.AnyAsync(i => i.SubjectIndex == sought && i.Id != account.Id)) { return Failed(TakenSubject, "Another account is bound to this code."); }
            if (bound is null) { house.Db.Add(bound = new() { Id = account.Id }); }
            bound.Be(who, index);
        }
        if (wasBound) { await EndPasskeys(account); }
        await EndSessions(account);
        return IdentityResult.Success;
    });

    /// <summary>A new one-time password; whoever was signed in with the old one no longer is, and no passkey opens any more.</summary>
    public async Task<string> Renew(Account account)
    {
        var password = Passwords.New();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.OneTimeUntil = Now + Account.OneTimeFor;
        await work.Do(async () =>
        {
            await EndPasskeys(account);
            await EndSessions(account);
        });
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
    private Task<IdentityResult> Keep(Account account, Func<Task<IdentityResult>> change) => Judged(account, async () =>
    {
        var result = await change();
        var holds = account is { DisabledAt: null, Until: null } && await keyholders.Hold([.. account.Roles.Where(r => r.Until is null).Select(r => r.RoleId)]);
        return !result.Succeeded || holds || await keyholders.Remain(without: account.Id) ? result : Failed(LastKeyholder, "Nobody would remain who can manage accounts.");
    });

    /// <summary>Makes the change, unless somebody would add to their own rights by it.</summary>
    private async Task<IdentityResult> Judged(Account account, Func<Task<IdentityResult>> change)
    {
        try
        {
            return await work.Do(async () =>
            {
                var result = await change();
                if (result.Succeeded && await grants.Judge(account) is { } own) { result = Failed(own, "Nobody adds to their own rights."); }
                return result.Succeeded ? result : throw new RefusedException(result);
            });
        }
        catch (RefusedException e) { return e.Why; }
    }

    private static IdentityResult Failed(string code, string sentence) => IdentityResult.Failed(new IdentityError { Code = code, Description = sentence });

    public async Task EndSessions(Account account, Guid? but = null) =>
        house.Db.RemoveRange(await house.Db.Sessions.Where(s => s.AccountId == account.Id && s.Id != but).ToListAsync());

    private async Task EndPasskeys(Account account) =>
        house.Db.RemoveRange(await house.Db.Passkeys.Where(p => p.AccountId == account.Id).ToListAsync());

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes back what the change did.</summary>
    private sealed class RefusedException(IdentityResult why) : Exception
    {
        public IdentityResult Why => why;
    }
}

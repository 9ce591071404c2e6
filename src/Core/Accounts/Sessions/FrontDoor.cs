using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loim.Accounts.Sessions;

/// <summary>Lets people in and out. Whatever is wrong, the answer is the same and takes as long.</summary>
[Scoped]
internal sealed class FrontDoor(UserManager<Account> users, House<AccountsDb> house, Work work, AuditLog audit, TimeProvider time)
{
    /// <returns>Null when they may not enter, for whatever reason.</returns>
    public async Task<Account?> Check(string name, string password)
    {
        var account = await users.FindByNameAsync(name);
        var right = account is null ? NoSuchAccount(password) : await users.CheckPasswordAsync(account, password);
        var entered = account is not null && await work.Do(() => Count(account, right));
        if (!entered) { await Note("sign-in-failed", account); }
        return entered ? account : null;
    }

    /// <summary>A new session, and a new cookie, at each sign-in.</summary>
    public async Task Enter(Account account, HttpContext context)
    {
        var session = new Session { AccountId = account.Id, StartedAt = Now };
        var before = Session.Of(context.User);
        await work.Do(async () =>
        {
            house.Db.RemoveRange(await house.Db.Sessions.Where(s => s.Id == before || s.AccountId == account.Id && s.StartedAt < Now - Session.Longest).ToListAsync());
            house.Db.Add(session);
        });
        await Note("sign-in", account);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, session.ToPrincipal());
    }

    public async Task Leave(HttpContext context)
    {
        var id = Session.Of(context.User);
        if (await house.Db.Sessions.Include(s => s.Account).FirstOrDefaultAsync(s => s.Id == id) is { } session)
        {
            await work.Do(() => house.Db.Remove(session));
            await Note("sign-out", session.Account);
        }
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Counted on the row as it is now, behind the gate: parallel attempts do not buy more of them.</summary>
    private async Task<bool> Count(Account account, bool right)
    {
        await house.Db.Entry(account).ReloadAsync();
        if (!account.MayTry(Now)) { return false; }
        if (right) { account.Entered(); }
        else { account.Failed(Now); }
        return right;
    }

    private bool NoSuchAccount(string password)
    {
        users.PasswordHasher.HashPassword(new Account { Name = "", DisplayName = "" }, password);
        return false;
    }

    /// <summary>An unknown name is not written down: people type their password there.</summary>
    private Task Note(string action, Account? account) => audit.Note(
        [new AuditEntry { Account = account?.Id ?? Guid.Empty, Who = account?.DisplayName ?? "", Action = action, Page = work.Place }], CancellationToken.None);

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}

using Loim.Access;
using Loim.Access.Auditing;
using Loim.Accounts.Tara;
using Loim.Accounts.Tara.Identities;
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
internal sealed class FrontDoor(UserManager<Account> users, WaysIn ways, House<AccountsDb> house, BlindIndex index, Work work, AuditLog audit, TimeProvider time)
{
    /// <returns>Null when they may not enter, for whatever reason.</returns>
    public async Task<Account?> Check(string name, string password)
    {
        if (!ways.Password) { return null; }
        var account = await users.FindByNameAsync(name);
        var right = account?.PasswordHash is null ? NoPassword(password) : await users.CheckPasswordAsync(account, password);
        var entered = account is not null && await work.Do(() => Count(account, right));
        if (!entered) { await Note("sign-in-failed", account); }
        return entered ? account : null;
    }

    /// <returns>The account that is bound to this identity, when it may enter. Wrong passwords of others do not lock this way.</returns>
    public async Task<Account?> Recognise(TaraIdentity identity)
    {
        var sought = identity.Index(index);
        var account = await house.Db.Identities.Where(i => i.SubjectIndex == sought).Select(i => i.Account).FirstOrDefaultAsync();
        if (account?.IsOpen(Now) == true) { return account; }
        await Refused(TaraHandler.Way, account);
        return null;
    }

    /// <summary>What was shown was not to be believed, or not for an account in use.</summary>
    public Task Refused(string way, Account? account = null) => Note("sign-in-failed", account, way);

    /// <summary>A new session, and a new cookie, at each sign-in; what the browser had before is dead.</summary>
    /// <returns>Where they go now.</returns>
    public async Task<string> Enter(Account account, HttpContext context, string? returnUrl = null, string way = "")
    {
        var byTara = way == TaraHandler.Way;
        var session = new Session { AccountId = account.Id, StartedAt = Now, ByTara = byTara };
        var before = Session.Of((await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal ?? new());
        await work.Do(async () =>
        {
            house.Db.RemoveRange(await house.Db.Sessions.Where(s => s.Id == before || s.AccountId == account.Id && s.StartedAt < Now - Session.Longest).ToListAsync());
            house.Db.Add(session);
        });
        await Note("sign-in", account, way);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, session.ToPrincipal());
        var next = account.OneTimeUntil is null || byTara ? ReturnUrl.Of(returnUrl) : "/accounts/me";
        return account.Language is null ? next : $"/language/{account.Language}?returnUrl={Uri.EscapeDataString(next)}";
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

    /// <summary>There is no such account, or it has no password: the same work, so that nobody learns it by a clock.</summary>
    private bool NoPassword(string password)
    {
        users.PasswordHasher.HashPassword(new Account { Name = "", DisplayName = "" }, password);
        return false;
    }

    /// <summary>An unknown name is not written down: people type their password there.</summary>
    private Task Note(string action, Account? account, string how = "") => audit.Note(
        [new AuditEntry { Account = account?.Id ?? Guid.Empty, Who = account?.DisplayName ?? "", Action = action, Page = work.Place, What = how }], CancellationToken.None);

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}

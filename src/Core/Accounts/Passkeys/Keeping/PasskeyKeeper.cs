using Loim.Accounts.Sessions;
using Loim.Accounts.Staff;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Loim.Accounts.Passkeys.Keeping;

/// <summary>What people do with their own passkeys.</summary>
[Scoped]
internal sealed class PasskeyKeeper(
    IPasskeyHandler<Account> handler, Questions questions, AccountKeeper accounts, WaysIn ways, Deployment deployment, House<AccountsDb> house, Work work, TimeProvider time, ILogger<PasskeyKeeper> log)
{
    private const int Most = 10;

    /// <returns>The name of what stands in the way of one more; null: nothing.</returns>
    public async Task<string?> Obstacle(Account account, HttpContext context)
    {
        if (account.OneTimeUntil is not null) { return "one-time"; }
        if (await house.Db.Passkeys.CountAsync(p => p.AccountId == account.Id) >= Most) { return "many"; }
        var since = Now - Session.Fresh;
        var session = Session.Of(context.User);
        return await house.Db.Sessions.AnyAsync(s => s.Id == session && s.AccountId == account.Id && s.StartedAt > since) ? null : "anew";
    }

    /// <summary>For this session alone. That nothing stood in the way when it was asked is what the question proves.</summary>
    public async Task<Question> Ask(Account account, HttpContext context)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Name, DisplayName = account.DisplayName }, context);
        return questions.Seal(PurposeOf(context), asked.CreationOptionsJson, asked.AttestationState!);
    }

    /// <returns>False when the answer is not to be believed.</returns>
    public Task<bool> Add(Account account, string name, string question, string answer, HttpContext context) => work.Do(async () =>
    {
        if (!ways.Passkey || questions.Open(PurposeOf(context), question) is not var (state, _)) { return false; }
        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer, AttestationState = state });
        var added = result.Succeeded && result.UserEntity.Id == account.Id.ToString();
        if (added) { house.Db.Add(Passkey.Of(result.Passkey!, account.Id, name, Now)); }
        else { log.LogInformation("Passkey: not added: {Why}", result.Failure?.Message.ReplaceLineEndings(" ")); }
        return added;
    });

    public Task Rename(Guid passkey, string name) => work.Do(async () => (await Find(passkey)).Name = name);

    /// <summary>Ends every other session too: whoever came in by it is out.</summary>
    /// <returns>False when nothing else would let its owner in.</returns>
    public Task<bool> Remove(Account account, Guid passkey, HttpContext context) => work.Do(async () =>
    {
        if (!await HasAnotherDoor(account, passkey)) { return false; }
        house.Db.Remove(await Find(passkey));
        await accounts.EndSessions(account, but: Session.Of(context.User));
        return true;
    });

    private Task<Passkey> Find(Guid passkey) => house.Db.Passkeys.SingleAsync(p => p.Id == passkey);

    private async Task<bool> HasAnotherDoor(Account account, Guid passkey) =>
        ways.Password && account.PasswordHash is not null
        || ways.Tara is not null && await house.Db.Identities.AnyAsync(i => i.Id == account.Id)
        || deployment.Demo && account.Name.EndsWith(DemoDoor.Ending, StringComparison.Ordinal)
        || await house.Db.Passkeys.AnyAsync(p => p.AccountId == account.Id && p.Id != passkey);

    private static string PurposeOf(HttpContext context) => $"add {Session.Of(context.User)}";

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}

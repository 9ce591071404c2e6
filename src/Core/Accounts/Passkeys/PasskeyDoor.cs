using Loim.Accounts.Sessions;
using Loim.Data;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loim.Accounts.Passkeys;

/// <summary>The way in by a passkey. No name is asked for: the key says whose it is.</summary>
[Scoped]
internal sealed class PasskeyDoor(IPasskeyHandler<Account> handler, Questions questions, WaysIn ways, House<AccountsDb> house, FrontDoor door, Work work, TimeProvider time, ILogger<PasskeyDoor> log)
{
    public const string Way = "passkey";

    public static void Add(IServiceCollection services, Deployment deployment)
    {
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = Questions.ValidFor;
            options.ServerDomain = deployment.Address.Length == 0 ? null : new Uri(deployment.Address).IdnHost;
            options.ValidateOrigin = at => ValueTask.FromResult(!at.CrossOrigin && at.Origin == OriginOf(at.HttpContext.RequestServices.GetRequiredService<HouseAddress>()));
        });
    }

    /// <summary>A browser keeps passkeys for a name, and lets them be used at it by https alone, but for one's own machine.</summary>
    public static bool IsPossible(Deployment deployment) => deployment.Address.Length == 0
        ? deployment.Demo
        : Uri.TryCreate(deployment.Address, UriKind.Absolute, out var at) && at.HostNameType == UriHostNameType.Dns && (at.Scheme == Uri.UriSchemeHttps || at.Host == "localhost");

    public async Task<Question> Ask(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        return questions.Seal(Way, asked.RequestOptionsJson, asked.AssertionState!);
    }

    /// <summary>Whether the page with the question stood open for too long; nothing is said of the answer.</summary>
    public bool IsStale(string question) => questions.Open(Way, question) is null;

    /// <returns>The account whose key answered the question, when it may enter. Wrong passwords of others do not lock this way.</returns>
    public async Task<Account?> Recognise(string question, string answer, HttpContext context)
    {
        if (!ways.Passkey || questions.Open(Way, question) is not var (state, askedAt)) { return null; }
        // Behind the gate, so that of two equal answers one comes too late.
        var (account, why) = await work.Do(() => Check(state, askedAt, answer, context));
        if (why is null) { return account; }
        log.LogInformation("Passkey: not let in: {Why}", why.ReplaceLineEndings(" "));
        await door.Refused(Way, account);
        return null;
    }

    private async Task<(Account? Account, string? Why)> Check(string state, DateTime askedAt, string answer, HttpContext context)
    {
        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded) { return (null, result.Failure.Message); }
        var now = time.GetUtcNow().UtcDateTime;
        if (!result.User.IsOpen(now)) { return (result.User, "The account is not in use."); }
        var passkey = await house.Db.Passkeys.SingleAsync(p => p.CredentialId == result.Passkey.CredentialId);
        return (result.User, passkey.Use(result.Passkey, askedAt, now) ? null : "The question was answered before.");
    }

    /// <summary>As browsers write it: a name with letters such as õ in its plain form, the port where it is not the usual one.</summary>
    private static string OriginOf(HouseAddress house)
    {
        var at = new Uri(house.Of("/"));
        return $"{at.Scheme}://{at.IdnHost}{(at.IsDefaultPort ? "" : $":{at.Port}")}";
    }
}

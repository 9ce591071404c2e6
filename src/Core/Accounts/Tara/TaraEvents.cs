using Loim.Access;
using Loim.Accounts.Sessions;
using Loim.Accounts.Tara.Talks;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Loim.Accounts.Tara;

/// <summary>How a sign-in by TARA ends: at the desk, or back at the door with a word on why.</summary>
[Scoped]
internal sealed class TaraEvents(FrontDoor door, Attempts attempts, TalkBook talk, Work work) : OAuthEvents
{
    /// <summary>What TARA calls it when somebody presses "back", and what OAuth does.</summary>
    private static readonly string[] Cancelled = ["user_cancel", "access_denied"];
    private static readonly string[] OutOfOrder = ["server_error", "temporarily_unavailable"];

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        work.Place = $"GET {TaraSettings.Callback}";
        var account = await door.Recognise(TaraHandler.IdentityOf(context.Principal!));
        await talk.End(account is null ? "stranger" : "entered", account is null ? "no account that may sign in is bound to this identity" : "all is well", account?.Id);
        context.Response.Redirect(account is null ? Back("stranger", context.ReturnUri) : await door.Enter(account, context.HttpContext, context.ReturnUri, TaraHandler.Way));
        context.HandleResponse();
    }

    /// <summary>Anybody can send answers that nobody asked for: no more of them than of wrong passwords.</summary>
    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        if (!attempts.Allow(context.HttpContext)) { return; }
        work.Place = $"GET {TaraSettings.Callback}";
        var said = context.Failure?.Data["error"] as string;
        var outcome = Cancelled.Contains(said) ? "cancelled" : context.Failure is TaraOutageException || OutOfOrder.Contains(said) ? "outage" : "refused";
        await talk.End(outcome, context.Failure is TaraOutageException or TaraRefusedException ? context.Failure.Message : outcome == "refused" ? "the answer was not one to what this browser had asked" : "as TARA said");
        if (outcome == "refused") { await door.Refused(TaraHandler.Way); }
        context.Response.Redirect(Back(outcome, context.Properties?.RedirectUri));
    }

    public static string Back(string outcome, string? returnUrl) => $"{Doorkeeper.SignIn}?tara={outcome}&returnUrl={Uri.EscapeDataString(ReturnUrl.Of(returnUrl))}";
}

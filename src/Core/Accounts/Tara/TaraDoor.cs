using Loim.Access;
using Loim.Accounts.Sessions;
using Loim.Accounts.Tara.Talks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Accounts.Tara;

/// <summary>The way in by TARA, where the deployment has it. Without it nothing of this is in the house.</summary>
internal static class TaraDoor
{
    public const string Path = "/accounts/sign-in/tara";

    public static void Add(IServiceCollection services, TaraSettings settings)
    {
        services.AddSingleton<TaraServer>().AddSingleton<TaraTokens>().AddSingleton(settings);
        services.AddAuthentication().AddOAuth<OAuthOptions, TaraHandler>(TaraHandler.Way, oauth =>
        {
            (oauth.ClientId, oauth.ClientSecret, oauth.CallbackPath, oauth.EventsType) = (settings.Client, settings.Secret, TaraSettings.Callback, typeof(TaraEvents));
            // Asked for only because they must not be empty: TARA says itself where its endpoints are.
            oauth.AuthorizationEndpoint = oauth.TokenEndpoint = settings.Issuer;
            Bind(oauth.CorrelationCookie, settings.Redirect.StartsWith("https:", StringComparison.Ordinal));
        });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sign-in/tara", Ask).AllowAnonymous();

    /// <summary>Lax, for TARA sends the browser back by a plain GET.</summary>
    private static void Bind(CookieBuilder cookie, bool encrypted)
    {
        (cookie.Name, cookie.Path, cookie.HttpOnly, cookie.SameSite) = (encrypted ? "__Host-tara." : "tara.", "/", true, SameSiteMode.Lax);
        cookie.SecurePolicy = encrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }

    private static async Task Ask(string? returnUrl, HttpContext context, Attempts attempts, TalkBook talk)
    {
        if (!attempts.Allow(context)) { return; }
        try { await context.ChallengeAsync(TaraHandler.Way, new() { RedirectUri = ReturnUrl.Of(returnUrl) }); }
        catch (Exception e) when (e is TaraOutageException or TaraRefusedException)
        {
            await talk.End("outage", e.Message);
            context.Response.Redirect(TaraEvents.Back("outage", returnUrl));
        }
    }
}

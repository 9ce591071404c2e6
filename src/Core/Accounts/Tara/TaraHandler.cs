using Loim.Accounts.Tara.Identities;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Loim.Accounts.Tara.Talks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Loim.Accounts.Tara;

/// <summary>
/// OpenID Connect on the framework's own OAuth flow: that binds the state to the browser and keeps the nonce in it, sealed.
/// No userinfo, no saved tokens, no PKCE: TARA does not speak of it, and the code is bound to the client's secret.
/// </summary>
internal sealed class TaraHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logs, UrlEncoder encoder, TaraSettings settings, TaraServer server, TaraTokens idTokens, TalkBook talk)
    : OAuthHandler<OAuthOptions>(options, logs, encoder)
{
    public const string Way = "tara";
    private const string Nonce = "nonce", Asked = "asked";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var known = await server.Describe(Context.RequestAborted);
        properties.Items[Nonce] = idTokens.NewNonce();
        properties.Items[Asked] = TimeProvider.GetUtcNow().ToString("O");
        GenerateCorrelationId(properties);
        var state = Options.StateDataFormat.Protect(properties);
        talk.Began(state);
        Response.Redirect(Question(known, properties, state));
    }

    protected override bool ValidateCorrelationId(AuthenticationProperties properties)
    {
        var state = Request.Query["state"].ToString();
        var own = base.ValidateCorrelationId(properties);
        if (own) { talk.Answered(state, $"{properties.Items[Asked]} {settings.Scope} nonce={properties.Items[Nonce]}", Request.QueryString.ToString()); }
        return own;
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var answer = await server.Exchange(context.Code, Context.RequestAborted);
        talk.Got(IdTokenIn(answer));
        return OAuthTokenResponse.Success(answer);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var who = await idTokens.Check(IdTokenIn(tokens.Response!), tokens.AccessToken, properties.Items[Nonce], Context.RequestAborted);
        identity.AddClaim(new Claim("sub", who.Subject, null, who.Issuer));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Way);
    }

    public static TaraIdentity IdentityOf(ClaimsPrincipal principal) => principal.FindFirst("sub") is { } sub ? new(sub.Issuer, sub.Value) : default;

    private string Question(OpenIdConnectConfiguration known, AuthenticationProperties properties, string state) => new OpenIdConnectMessage
    {
        IssuerAddress = known.AuthorizationEndpoint,
        ClientId = settings.Client,
        RedirectUri = settings.Redirect,
        ResponseType = OpenIdConnectResponseType.Code,
        Scope = settings.Scope,
        State = state,
        Nonce = properties.Items[Nonce],
        AcrValues = settings.Level.ToString().ToLowerInvariant(),
        // It does not speak Ukrainian.
        UiLocales = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is ("et" or "ru") and var spoken ? spoken : "en",
        EnableTelemetryParameters = false,
    }.CreateAuthenticationRequestUrl();

    private static string? IdTokenIn(JsonDocument answer) =>
        answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("id_token", out var token) ? token.GetString() : null;
}

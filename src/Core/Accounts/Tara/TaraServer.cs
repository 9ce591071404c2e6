using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Loim.Accounts.Tara;

/// <summary>All that the house says to TARA itself: asks for its description and keys, and changes a code for a token.</summary>
internal sealed class TaraServer : IDisposable
{
    private readonly TaraSettings settings;
    private readonly HttpClient http;
    private ConfigurationManager<OpenIdConnectConfiguration> description;

    public TaraServer(TaraSettings settings)
    {
        this.settings = settings;
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, SslOptions = Trust() })
        {
            Timeout = TimeSpan.FromSeconds(settings.Patience), MaxResponseContentBufferSize = 1 << 20,
        };
        description = Unread();
    }

    public Task<OpenIdConnectConfiguration> Describe(CancellationToken ct) => Asking(async () =>
    {
        var read = await description.GetConfigurationAsync(ct);
        return read.Issuer == settings.Issuer ? read : throw new TaraRefusedException("its description names another issuer");
    }, ct);

    /// <summary>Keys change without notice. (The manager's own refresh goes on behind the caller's back, too late for them.)</summary>
    public Task<OpenIdConnectConfiguration> DescribeAnew(CancellationToken ct)
    {
        description = Unread();
        return Describe(ct);
    }

    public Task<JsonDocument> Exchange(string code, CancellationToken ct) => Asking(async () =>
    {
        var known = await Describe(ct);
        using var ask = new HttpRequestMessage(HttpMethod.Post, known.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = settings.Redirect }),
        };
        ask.Headers.Authorization = new AuthenticationHeaderValue("Basic", settings.Basic);
        using var answer = await http.SendAsync(ask, ct);
        if ((int)answer.StatusCode >= 500) { throw new TaraOutageException($"its token endpoint answered {(int)answer.StatusCode}"); }
        if (!answer.IsSuccessStatusCode) { throw new TaraRefusedException($"it refused the code with {(int)answer.StatusCode}"); }
        return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
    }, ct);

    public void Dispose() => http.Dispose();

    private static async Task<T> Asking<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        try { return await ask(); }
        // IDX20803: the description could not be had.
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new TaraOutageException($"it could not be reached: {e.GetBaseException().GetType().Name}");
        }
    }

    private ConfigurationManager<OpenIdConnectConfiguration> Unread() =>
        new($"{settings.Issuer}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = settings.IsEncrypted }) { AutomaticRefreshInterval = TimeSpan.FromHours(1) };

    /// <summary>TARA names the few roots that its certificate may hang on.</summary>
    private SslClientAuthenticationOptions Trust()
    {
        if (settings.Roots.Length == 0) { return new(); }
        // Revocation is not asked for, as it is not without roots: behind a firewall nobody could sign in.
        var chain = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        chain.CustomTrustStore.ImportFromPemFile(settings.Roots);
        return new() { CertificateChainPolicy = chain };
    }
}

/// <summary>TARA is not there; nobody is to blame, and it can be tried again.</summary>
internal sealed class TaraOutageException(string what) : Exception($"TARA: {what}");

/// <summary>What came is not to be believed. The reason holds nothing personal.</summary>
internal sealed class TaraRefusedException(string why, Exception? inner = null) : Exception($"TARA: {why}", inner);

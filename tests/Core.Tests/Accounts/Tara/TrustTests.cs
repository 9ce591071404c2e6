using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Loim.Accounts.Tara;
using Loim.Core.Tests.Accounts.Doors;

namespace Loim.Core.Tests.Accounts.Tara;

/// <summary>With whom the house speaks of TARA, and to which browser an answer belongs.</summary>
public sealed class TrustTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("loim-roots-").FullName;

    [Theory]
    [InlineData("its own root", true)]
    [InlineData("another root of the same name", false)]
    [InlineData("", false)]
    public async Task Only_a_provider_whose_certificate_hangs_on_a_pinned_root_is_spoken_to(string pinned, bool trusted)
    {
        using var root = Root();
        using var other = Root();
        using var certificate = Under(root);
        await using var tara = await TaraProvider.Start(TimeProvider.System, certificate);
        var roots = pinned.Length == 0 ? "" : Path.Combine(folder, "roots.pem");
        if (roots.Length > 0) { await File.WriteAllTextAsync(roots, (trusted ? root : other).ExportCertificatePem()); }
        using var server = new TaraServer(new TaraSettings { Issuer = tara.Issuer, Client = TaraProvider.Client, Secret = TaraProvider.Secret, Roots = roots });
        tara.Issuer.ShouldStartWith("https://127.0.0.1:");
        if (trusted) { (await server.Describe(default)).TokenEndpoint.ShouldBe($"{tara.Issuer}/oidc/token"); }
        else { (await Should.ThrowAsync<TaraOutageException>(() => server.Describe(default))).Message.ShouldEndWith(nameof(System.Security.Authentication.AuthenticationException)); }
    }

    [Fact]
    public async Task The_cookie_that_binds_an_answer_to_its_browser_is_this_hosts_alone()
    {
        await using var tara = await TaraProvider.Start(TimeProvider.System);
        await using var house = await DoorHouse.Open(new()
        {
            ["accounts:Tara:Issuer"] = tara.Issuer, ["accounts:Tara:Client"] = TaraProvider.Client, ["accounts:Tara:Secret"] = TaraProvider.Secret,
        }, outside: "https://loim.rakvere.example");
        using var guest = house.Guest();
        using var answer = await guest.Get(TaraDoor.Path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var parts = answer.Headers.GetValues("Set-Cookie").Single(c => c.Contains("tara.", StringComparison.Ordinal)).Split("; ");
        parts[0].ShouldStartWith("__Host-tara.");
        parts.Skip(1).Where(p => !p.StartsWith("expires=", StringComparison.Ordinal)).ShouldBe(["path=/", "secure", "samesite=lax", "httponly"], ignoreOrder: true);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static X509Certificate2 Root()
    {
        var asked = Asked("CN=Root of a provider", RSA.Create(2048));
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return asked.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
    }

    private static X509Certificate2 Under(X509Certificate2 root)
    {
        using var key = RSA.Create(2048);
        var asked = Asked("CN=A provider", key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        asked.CertificateExtensions.Add(names.Build());
        using var signed = asked.Create(root, TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddDays(1), [1, 2, 3, 4]);
        return signed.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Asked(string name, RSA key) => new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}

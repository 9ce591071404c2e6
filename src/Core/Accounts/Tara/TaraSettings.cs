using System.Text;
using Loim.Modules;
using Microsoft.Extensions.Configuration;

namespace Loim.Accounts.Tara;

/// <summary>
/// The state's authentication service TARA as this deployment is registered with it. Only in the deployment's file and the
/// environment, not among the settings of administrators: who says which issuer is believed can be anybody.
/// </summary>
internal sealed record TaraSettings
{
    public const string Callback = "/accounts/sign-in/tara/answer";

    /// <summary><c>https://tara.ria.ee</c>; exactly what stands in its tokens.</summary>
    public string Issuer { get; init; } = "";
    public string Client { get; init; } = "";
    public AssuranceLevel Level { get; init; } = AssuranceLevel.High;

    /// <summary>Scopes of the ways that are open at TARA: <c>idcard mid smartid eidas</c>.</summary>
    public string Methods { get; init; } = "idcard mid smartid";

    /// <summary>Seconds that TARA has for an answer.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>File with the root certificates that TARA's may hang on (PEM); empty: all that the machine trusts.</summary>
    public string Roots { get; init; } = "";

    /// <summary>From the environment alone.</summary>
    public string Secret { get; init; } = "";
    public string SecretFile { get; init; } = "";

    /// <summary>Where the house is found from outside.</summary>
    public string Address { get; init; } = "";

    public string Redirect => Address.TrimEnd('/') + Callback;

    /// <summary>Plain http is for a provider on one's own machine, which tests have.</summary>
    public bool IsEncrypted => !new Uri(Issuer).IsLoopback;

    /// <summary>What the claim <c>amr</c> may say.</summary>
    public IEnumerable<string> AllowedMethods => Split(Methods).Select(m => Known[m]);

    public string Scope => string.Join(' ', Split(Methods).Prepend("openid"));

    private static readonly Dictionary<string, string> Known = new() { ["idcard"] = "idcard", ["mid"] = "mID", ["smartid"] = "smartid", ["eidas"] = "eIDAS", ["eidasonly"] = "eIDAS" };

    /// <summary>Name and secret are escaped before they are put together (RFC 6749 § 2.3.1).</summary>
    public string Basic => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(Client)}:{Uri.EscapeDataString(Secret)}"));

    /// <returns>Null when the deployment does not use TARA.</returns>
    /// <exception cref="ModuleException">Something is missing; the house is not built.</exception>
    public static TaraSettings? Of(IConfigurationSection section, Deployment deployment)
    {
        if (string.IsNullOrEmpty(section["Issuer"])) { return null; }
        var read = section.Get<TaraSettings>()! with { Address = deployment.Address };
        if (read.Secret.Length == 0 && read.SecretFile.Length > 0) { read = read with { Secret = File.ReadAllText(read.SecretFile).Trim() }; }
        return read.Trouble() is { } trouble ? throw new ModuleException("accounts", "settings", trouble, refused: true) : read;
    }

    private string? Trouble() =>
        !IsSafe(Issuer) ? $"TARA's Issuer must be an https address, not \"{Issuer}\"."
        : !IsSafe(Address) ? "TARA needs the deployment's \"address\", an https address: it is where TARA sends people back to."
        : Client.Length == 0 ? "TARA needs \"Client\", the name under which this house is registered."
        : Secret.Length == 0 ? "TARA needs the client secret, in the environment: LOIM_accounts__Tara__Secret, or LOIM_accounts__Tara__SecretFile with the name of a file."
        : Split(Methods) is not { Length: > 0 } methods || methods.FirstOrDefault(m => !Known.ContainsKey(m)) is not null ? $"TARA's Methods are some of {string.Join(", ", Known.Keys)}, not \"{Methods}\"."
        : Patience is < 1 or > 60 ? "TARA's Patience is 1 to 60 seconds."
        : Roots.Length > 0 && !File.Exists(Roots) ? $"TARA's Roots, {Roots}, is no file."
        : null;

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true });

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Never in a log or an error page.
    public override string ToString() => Issuer;
}

/// <summary>How sure TARA is of who somebody is, the least first.</summary>
internal enum AssuranceLevel { Low, Substantial, High }

namespace Loim.Modules;

/// <summary>What <c>deployment.json</c> says: the municipality, and what its house is built of.</summary>
public sealed record Deployment
{
    /// <summary>Folder name: <c>rakvere</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name as it is shown: <c>Rakvere linn</c>.</summary>
    public string Municipality { get; init; } = "";

    /// <summary>How those who read another language call it: <c>uk</c> to <c>Раквере</c>. A language that is missing has the name as it is.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Name without its kind, as plans print it: <c>Rakvere</c>.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Code of the classification of administrative units, four digits with leading zeros.</summary>
    public string Ehak { get; init; } = "";

    /// <summary>First is the default.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["et", "en", "ru", "uk"];

    /// <summary>Office to turn to; a role, never a person.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Its telephone, at the foot of public pages and letters; empty: not said.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Its e-mail address, beside the telephone; empty: not said.</summary>
    public string Email { get; init; } = "";

    /// <summary>Where the house is found from outside, for links in letters: <c>https://loim.rakvere.ee</c>. Empty: as requests come in.</summary>
    public string Address { get; init; } = "";

    /// <summary>Names by which the house may be asked for: <c>loim.rakvere.ee</c>, <c>*.rakvere.ee</c>. Empty: any in a demonstration, otherwise that of
    /// <see cref="Address"/> and those of one's own machine.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>IP addresses of the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; empty: nobody's.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Plugins to load: folder names beside the host.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>Plugin to the SHA-256 that its files must have; a plugin that is not named here is not held to one.</summary>
    public IReadOnlyDictionary<string, string> Pins { get; init; } = new Dictionary<string, string>();

    /// <summary>Modules that are on in an empty database; from then on the administrator's wishes rule.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>Roles of an empty database: id to permissions, each a full name (<c>cases.read</c>) or all of a module
    /// (<c>events.*</c>). From then on the administrator's own rule.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Who can be tried in the demonstration besides one account a role, or as whom a role is tried.</summary>
    public IReadOnlyList<DemoAccount> DemoAccounts { get; init; } = [];

    /// <summary>Invented data and a clock that starts on 15 September 2025.</summary>
    public bool Demo { get; init; }

    /// <summary><see cref="Municipality"/> as it is shown to somebody who reads this language.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language, Municipality);

    /// <summary>An organisation as it is shown to somebody who reads this language; of all only the municipality has names in several.</summary>
    internal string NameOf(string organisation, string language) => organisation == Municipality ? NameIn(language) : organisation;
}

/// <param name="Role">Id of a role of the deployment.</param>
/// <param name="Name">An invented person's; null: the house invents one.</param>
/// <param name="Organisation">As accounts spell it; null: the municipality.</param>
/// <param name="Id">What <see cref="Scenery.AccountOf"/> is asked by; null: the role, whose account it then is.</param>
public sealed record DemoAccount(string Role, string? Name = null, string? Organisation = null, string? Id = null);

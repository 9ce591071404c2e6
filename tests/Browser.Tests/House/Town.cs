using System.Collections.Concurrent;
using System.Text.Json;
using Loim.Browser.Tests.Pages;

namespace Loim.Browser.Tests.House;

/// <summary>One running house and one browser for all tests; each test gets a browser context of its own. Tests work in Rakvere;
/// the houses of its neighbours run when a page is looked for that Rakvere does not have.</summary>
public sealed class Town : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The distribution's Chromium; without its windows it takes half the time.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly ConcurrentDictionary<Role, Lazy<Task<string>>> sessions = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<Town>>> neighbours = [];
    private readonly string deployment;
    private RunningHost host = default!;
    private IPlaywright playwright = default!;
    private IBrowser browser = default!;

    public Town() : this("rakvere") { }

    private Town(string deployment) => this.deployment = deployment;

    public Uri Address => host.Address;

    /// <summary>What the host wrote, for the message of a test that failed.</summary>
    public string HostSaid => host.Said;

    internal Inspections Inspections { get; private set; } = default!;

    public async Task InitializeAsync()
    {
        host = await RunningHost.Start(deployment);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Programs.First(File.Exists), Args = Quiet });
        Inspections = new Inspections(this);
    }

    /// <summary>The house of another deployment; it is started when somebody first asks for it.</summary>
    internal Task<Town> Neighbour(string name) =>
        neighbours.GetOrAdd(name, n => new(async () => new Town(n) { host = await RunningHost.Start(n), browser = browser })).Value;

    /// <summary>The houses of all other deployments.</summary>
    internal async Task<IReadOnlyList<Town>> Neighbours() => await Task.WhenAll(
        Directory.EnumerateDirectories(Path.Combine(RunningHost.Folder, "deployments")).Select(f => Path.GetFileName(f)).Where(name => name != deployment).Order().Select(Neighbour));

    internal async Task<IReadOnlySet<string>> ModulesOn()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var health = JsonDocument.Parse(await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        return health.RootElement.GetProperty("modules").EnumerateArray()
            .Where(module => module.GetProperty("state").GetString() == "On")
            .Select(module => module.GetProperty("id").GetString()!).ToHashSet();
    }

    /// <summary>Whoever can sign in by the demonstration's door.</summary>
    internal async Task<IReadOnlyList<Role>> Roles()
    {
        await using var visit = await Visit();
        await visit.Go("/accounts/sign-in");
        return [.. (await visit.Page.Locator("button[name=account]").AllInnerTextsAsync()).Select(text => new Role(text.Split(':')[0].Trim()))];
    }

    public async Task DisposeAsync()
    {
        // One that did not start has ended itself, and must not keep the others running.
        foreach (var neighbour in neighbours.Values.Where(n => n.Value.IsCompletedSuccessfully)) { await (await neighbour.Value).host.DisposeAsync(); }
        if (browser is not null) { await browser.CloseAsync(); }
        playwright?.Dispose();
        if (host is not null) { await host.DisposeAsync(); }
    }

    /// <summary>A browser of somebody who has already signed in, or of a passer-by.</summary>
    public async Task<Visit> Visit(Role? role = null, string language = "et", ColorScheme scheme = ColorScheme.Light, int width = 1280) =>
        await Open(role is null ? null : await Session(role), language, scheme, width);

    /// <summary>A passer-by who asks for the house by a name: browsers keep no passkeys for an IP address.</summary>
    public Task<Visit> VisitByName() => Open(null, "et", ColorScheme.Light, 1280, new UriBuilder(Address) { Host = "localhost" }.Uri);

    /// <summary>The role's cookies. Signed in once; tests of signing in do it by hand.</summary>
    internal async Task<string> Session(Role role)
    {
        try { return await sessions.GetOrAdd(role, r => new(() => SignIn(r))).Value; }
        catch
        {
            // One slow sign-in fails its own test, not all that come after it.
            sessions.TryRemove(role, out _);
            throw;
        }
    }

    private async Task<string> SignIn(Role role)
    {
        await using var visit = await Open(null, "et", ColorScheme.Light, 1280);
        await visit.SignIn(role);
        return await visit.Context.StorageStateAsync();
    }

    private async Task<Visit> Open(string? session, string language, ColorScheme scheme, int width, Uri? at = null)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = (at ?? Address).ToString(),
            Locale = language,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 900 },
            StorageState = session,
        });
        context.SetDefaultTimeout(60_000);
        return new Visit(context, await context.NewPageAsync(), at ?? Address);
    }
}

[CollectionDefinition(Name)]
public sealed class TownCollection : ICollectionFixture<Town>
{
    public const string Name = "town";
}

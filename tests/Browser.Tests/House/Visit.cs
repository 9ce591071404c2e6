using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Loim.Browser.Tests.House;

/// <summary>One browser context with one tab, and what went wrong in it without being seen.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> troubles = [];

    internal Visit(IBrowserContext context, IPage page, Uri address)
    {
        Context = context;
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { troubles.Enqueue($"console: {message.Text}"); } };
        page.PageError += (_, error) => troubles.Enqueue($"script: {error}");
        page.Request += (_, request) => { if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal)) { troubles.Enqueue($"foreign request: {request.Url}"); } };
    }

    public IBrowserContext Context { get; }
    public IPage Page { get; }

    /// <returns>What the console and the network complained of since the last call.</returns>
    public IReadOnlyList<string> TakeTroubles()
    {
        var taken = new List<string>();
        while (troubles.TryDequeue(out var trouble)) { taken.Add(trouble); }
        return taken;
    }

    public async Task<int> Go(string path) => (await Page.GotoAsync(path))!.Status;

    public async Task SignIn(Role role)
    {
        if (!Page.Url.Contains("/accounts/sign-in", StringComparison.Ordinal)) { await Go("/accounts/sign-in"); }
        await Page.Locator("button[name=account]").Filter(new() { HasTextRegex = new Regex($@"^\s*{role.Title}:") }).First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/accounts/sign-in", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => new(Context.CloseAsync());
}

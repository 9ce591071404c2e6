using System.Net;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Pages;

/// <summary>Somebody who follows every link that their role finds, from the start page on, until all wanted pages are found:
/// so a new page needs no list to be tested.</summary>
internal sealed class Walk(Town town, IReadOnlyCollection<string> wanted)
{
    private const int InstancesOfAPage = 15;
    private readonly Dictionary<string, Place> found = [];

    private bool Done => wanted.All(found.ContainsKey);

    /// <returns>For each template that was reached: whose page it is, and an address with parameters from the demonstration.</returns>
    public async Task<IReadOnlyDictionary<string, Place>> Everybody()
    {
        await Follow(null);
        foreach (var role in (await town.Roles()).TakeWhile(_ => !Done)) { await Follow(role); }
        return found;
    }

    /// <summary>The desk of every role, and what those see who knock at a closed door or at none.</summary>
    public static IReadOnlyDictionary<string, Place> Besides { get; } = new Dictionary<string, Place>(Role.All.Select(r => KeyValuePair.Create($"/ {r}", new Place(r, "/"))))
    {
        ["403"] = new(Role.Organiser, "/people", 403),
        ["404"] = new(Role.CaseManager, "/nowhere", 404),
    };

    private async Task Follow(Role? role)
    {
        using var browser = await Browser(role);
        var seen = new Dictionary<string, int>();
        var known = new HashSet<string>();
        var open = new PriorityQueue<string, int>();
        // The first fifteen spendings may all be paid; a committed one leads to the page that pays it. To the search leads a form.
        open.EnqueueRange(["/", "/programme/spendings?state=committed", "/public-site/search?q=keel"], 0);
        while (!Done && open.TryDequeue(out var path, out _))
        {
            var answer = await browser.GetAsync(path);
            if (answer.Headers.Location is { } elsewhere) { open.Enqueue(new Uri(town.Address, elsewhere).PathAndQuery, 0); continue; }
            if (answer.StatusCode != HttpStatusCode.OK) { continue; }
            if (Template(path) is { } template) { found.TryAdd(template, new Place(role, path) { Town = town }); }
            var page = await BrowsingContext.New().OpenAsync(async reply => reply.Content(await answer.Content.ReadAsStringAsync()).Address(new Uri(town.Address, path)));
            foreach (var link in Links(page).Where(known.Add))
            {
                // What was met least comes first, so that variety is found before quantity.
                if (Template(link) is { } t && (seen[t] = seen.GetValueOrDefault(t) + 1) <= InstancesOfAPage) { open.Enqueue(link, seen[t]); }
            }
        }
    }

    private static string? Template(string path) => PageCatalogue.Match(path.Split('?')[0]);

    private IEnumerable<string> Links(IDocument page) => page.QuerySelectorAll("a[href]").OfType<AngleSharp.Html.Dom.IHtmlAnchorElement>()
        .Select(a => new Uri(a.Href))
        .Where(url => url.Authority == town.Address.Authority)
        .Select(url => url.PathAndQuery)
        .Distinct();

    private async Task<HttpClient> Browser(Role? role)
    {
        var cookies = new CookieContainer();
        if (role is not null)
        {
            using var session = JsonDocument.Parse(await town.Session(role));
            foreach (var cookie in session.RootElement.GetProperty("cookies").EnumerateArray())
            {
                cookies.Add(town.Address, new System.Net.Cookie(cookie.GetProperty("name").GetString()!, cookie.GetProperty("value").GetString()));
            }
        }
        var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = town.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("et");
        return client;
    }
}

/// <param name="Role">Who may open it; null is anyone.</param>
internal sealed record Place(Role? Role, string Path, int Status = 200)
{
    /// <summary>Null: the town where tests work.</summary>
    public Town? Town { get; init; }
}

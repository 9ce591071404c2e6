using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Loim.Core.Tests.Web;
using Loim.Plugins.Tests.Matrix;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>Every endpoint with every text that its address can carry: neither where it sends its reader nor any link, form or picture of it leads away.</summary>
[Collection(TriedCollection.Name)]
public sealed partial class RedirectTests(TriedHouse house)
{
    private const string Evil = "kuri.example";

    /// <summary>Names that such parameters have; a page's own are read from the page.</summary>
    private static readonly string[] Usual = ["returnUrl", "for", "back", "next", "url", "redirect"];

    public static TheoryData<string> Ways =>
    [
        "//kuri.example", "/\\kuri.example", "\\\\kuri.example", "https:kuri.example", "https:/kuri.example", "https://kuri.example/people", "javascript:kuri.example()", "JaVaScRiPt:kuri.example()",
        "data:text/html,kuri.example", "/\t/kuri.example", "/\r\n/kuri.example", "\t//kuri.example", " //kuri.example", "/%09/kuri.example", "/%5Ckuri.example", "/\r\nLocation: https://kuri.example", "//kuri.example/..;/",
        "///kuri.example", "/.//kuri.example", "/¿'\"(kuri.example", "https://127.0.0.1@kuri.example",
    ];

    [Theory, MemberData(nameof(Ways))]
    public async Task Nothing_leads_away(string way)
    {
        using var signedIn = house.Open(TriedHouse.Everything);
        using var stranger = house.Open(Cast.All.Single(p => p.Name == "nobody"));
        var wrong = new HashSet<string>();
        foreach (var door in house.Doors.Where(d => d.IsRead && (way == "//kuri.example" || Names(d).Skip(Usual.Length).Any())))
        {
            var address = $"{door.Addresses[0].Split('?')[0]}?{string.Join('&', Names(door).Select(n => $"{n}={Uri.EscapeDataString(way)}"))}";
            foreach (var browser in (Browser[])[signedIn, stranger])
            {
                using var answer = await browser.Get(address);
                if (LeadsAway(answer.Headers.Location?.OriginalString)) { wrong.Add($"{door.Template} sends to {answer.Headers.Location}"); }
                if (answer.StatusCode >= HttpStatusCode.InternalServerError) { wrong.Add($"{address}: {(int)answer.StatusCode}"); }
                if (answer.Content.Headers.ContentType?.MediaType != "text/html") { continue; }
                wrong.UnionWith(Leading().Matches(await answer.Content.ReadAsStringAsync()).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(LeadsAway).Select(link => $"{door.Template} links to {link}"));
            }
        }
        wrong.ShouldBeEmpty();
    }

    /// <summary>Every form with such names among its fields and in its address.</summary>
    [Theory, MemberData(nameof(Ways))]
    public async Task Nothing_that_is_sent_leads_away(string way)
    {
        using var before = new RowsBefore(house.Matrix.House.Store.Path);
        var wrong = new HashSet<string>();
        foreach (var who in (Played[])[TriedHouse.Everything, Cast.All.Single(p => p.Name == "nobody")])
        {
            using var browser = house.Open(who);
            foreach (var (page, form) in (await house.Pages(who)).Where(p => way == "//kuri.example" || Names(p.Door).Skip(Usual.Length).Any()).SelectMany(p => p.Forms.Select(f => (p, f))).DistinctBy(it => it.f.Name))
            {
                var address = $"{page.Address.Split('?')[0]}?{string.Join('&', Names(page.Door).Select(n => $"{n}={Uri.EscapeDataString(way)}"))}";
                using var answer = await browser.Send(address, [.. form.Fields, .. Names(page.Door).Select(n => KeyValuePair.Create(n, way))]);
                if (LeadsAway(answer.Headers.Location?.OriginalString)) { wrong.Add($"{form.Name} sends to {answer.Headers.Location}"); }
                if (answer.StatusCode >= HttpStatusCode.InternalServerError) { wrong.Add($"{form.Name}: {(int)answer.StatusCode}"); }
                before.Restore(before.Changes().Select(c => c.Table));
            }
        }
        wrong.ShouldBeEmpty();
    }

    /// <summary>What was typed into the form of a page to which somebody was led goes on within the house.</summary>
    [Theory, MemberData(nameof(Ways))]
    public async Task Whoever_has_sent_a_form_stays_here(string way)
    {
        using var browser = house.Open(TriedHouse.Everything);
        var (name, address) = ($"Uus{Guid.NewGuid():N}", $"/people/new?for={Uri.EscapeDataString(way)}");
        var page = await browser.Page(address);
        using var added = await browser.Post(page, address, "person", ("Given", name), ("Family", name), ("Group", "Returnee"), ("Language", "Ukrainian"), ("Anyway", "true"));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        LeadsAway(added.Headers.Location!.OriginalString).ShouldBeFalse(added.Headers.Location.OriginalString);
    }

    [Theory]
    [InlineData("/people", false)]
    [InlineData("/people?for=//kuri.example", false)]
    [InlineData("//kuri.example", true)]
    [InlineData("/\t/kuri.example", true)]
    [InlineData("https://kuri.example", true)]
    [InlineData("javascript:kuri.example()", true)]
    [InlineData("mailto:a@kuri.example", true)]
    public void What_a_browser_takes_for_elsewhere(string link, bool away) => LeadsAway(link).ShouldBe(away);

    private static IEnumerable<string> Names(Door door) => Usual.Concat(
        (door.Endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? [])
            .Select(p => (p.PropertyType, p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Query is not null && p.PropertyType == typeof(string)).Select(p => p.Query!.Name ?? p.Name.ToLowerInvariant())
        .Concat((door.Endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Where(p => p.ParameterType == typeof(string)).Select(p => p.Name!)
            .Where(n => door.Endpoint.RoutePattern.GetParameter(n) is null))).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>As browsers read an address: tabs and line ends are overlooked, a backslash is a slash.</summary>
    private static bool LeadsAway(string? link)
    {
        if (link is null || !link.Contains(Evil, StringComparison.OrdinalIgnoreCase)) { return false; }
        var read = string.Concat(link.Where(c => c is not ('\t' or '\r' or '\n'))).Trim(' ', '\0').Replace('\\', '/');
        return read.StartsWith("//", StringComparison.Ordinal) || Scheme().IsMatch(read) && !OwnMachine().IsMatch(read);
    }

    [GeneratedRegex(@"\s(?:href|action|formaction|src|content)=""([^""]*)""")]
    private static partial Regex Leading();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex("^http://127\\.0\\.0\\.1:[0-9]+/(?!/)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnMachine();
}

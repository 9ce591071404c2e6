using System.Net;
using System.Text.RegularExpressions;

namespace Loim.Host.Tests.Houses;

/// <summary>Somebody at work in a demonstration: comes in by its door, opens pages, fills in forms.</summary>
internal static partial class Staff
{
    public static async Task SignIn(this HttpClient client, string role)
    {
        var page = await client.Read("/accounts/sign-in");
        var account = Regex.Match(page, $@"name=""account"" value=""([0-9a-f-]+)""[^>]*>{role}:").Groups[1].Value;
        using var answer = await client.Post("/accounts/sign-in", await client.Filled("/accounts/sign-in", "demo", ("account", account)));
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldNotBe("/accounts/sign-in");
    }

    /// <summary>The form of this name, as the page shows it, with these answers: what a browser would send.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Filled(this HttpClient client, string path, string form, params (string Name, string Value)[] answers)
    {
        var page = await client.Read(path);
        var start = page.LastIndexOf("<form", page.IndexOf($"value=\"{form}\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var part = page[start..page.IndexOf("</form", start, StringComparison.Ordinal)];
        var filled = Hidden().Matches(part).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        foreach (var (name, value) in answers) { filled[name] = value; }
        return filled;
    }

    public static async Task<HttpResponseMessage> Post(this HttpClient client, string path, IReadOnlyDictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public static Task<string> Read(this HttpClient client, string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Whatever the answer is.</summary>
    public static Task<HttpResponseMessage> Ask(this HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex Hidden();
}

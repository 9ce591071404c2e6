using System.Text.RegularExpressions;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>What is wrong with an answer, whoever gets it and whatever it says.</summary>
internal static partial class Carelessness
{
    private static readonly string[] Policy = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];

    /// <summary>The pages that run a script of the house's own; nothing else in the house runs any.</summary>
    private static readonly string[] Run = ["/accounts/sign-in", "/accounts/me/passkeys/new"];

    public static IEnumerable<string> In(HttpResponseMessage answer, string text, bool signedIn, string address)
    {
        var runs = Run.Contains(address.Split('?')[0]) && OwnScript().IsMatch(text);
        if (runs) { text = OwnScript().Replace(text, "", 1); }
        if (!Policy.Concat(runs ? ["script-src 'self'"] : []).SequenceEqual(One(answer, "Content-Security-Policy").Split("; "))) { yield return $"policy: {One(answer, "Content-Security-Policy")}"; }
        if (One(answer, "X-Content-Type-Options") != "nosniff") { yield return "no nosniff"; }
        if (One(answer, "Referrer-Policy") != "same-origin") { yield return "referrer"; }
        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By")) { yield return "says by what it is served"; }
        var kept = answer.Headers.CacheControl?.NoStore != true;
        if (kept && signedIn && !address.StartsWith("/assets/", StringComparison.Ordinal)) { yield return $"kept by caches: {answer.Headers.CacheControl}"; }
        var type = answer.Content.Headers.ContentType;
        if (type?.MediaType?.StartsWith("text/", StringComparison.Ordinal) == true && !string.Equals(type.CharSet, "utf-8", StringComparison.OrdinalIgnoreCase)) { yield return $"charset {type}"; }
        if (type is null && text.Length > 0 && answer.Content.Headers.ContentLength > 0) { yield return "no content type"; }
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            var parts = cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).Select(p => p.ToLowerInvariant()).ToList();
            if (!parts.Contains("httponly") || !parts.Exists(p => p is "samesite=lax" or "samesite=strict") || !parts.Contains("path=/") || parts.Exists(p => p.StartsWith("domain", StringComparison.Ordinal)))
            {
                yield return $"cookie {cookie.Split('=')[0]}; {string.Join("; ", parts)}";
            }
        }
        if (type?.MediaType != "text/html") { yield break; }
        if (text.Contains("<b>kanaari", StringComparison.OrdinalIgnoreCase)) { yield return "a text became markup"; }
        if (Runs().Match(text) is { Success: true } inline) { yield return $"runs or is dressed inline: {inline.Value}"; }
        if (Count(text, "method=\"post\"") > Count(text, "__RequestVerificationToken")) { yield return "a form without a token"; }
        if (Elsewhere().Match(text) is { Success: true } other) { yield return $"fetches from elsewhere: {other.Value}"; }
        if ((int)answer.StatusCode >= 400 && Insides().Match(text) is { Success: true } inside) { yield return $"shows its insides: {inside.Value}"; }
    }

    private static string One(HttpResponseMessage answer, string header) => answer.Headers.TryGetValues(header, out var values) ? string.Join(" | ", values) : "";

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    [GeneratedRegex("""<script src="/assets/passkey\.[0-9a-f]{16}\.js" defer></script>""")]
    private static partial Regex OwnScript();

    [GeneratedRegex("""<script|\sstyle\s*=\s*"|<[^>]+\son[a-z]+\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Runs();

    [GeneratedRegex("""(src|<link[^>]+href)="(https?:)?//[^"]*""", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\bat [A-Z]\w+\.[\w.<>]+\(|Exception\b|\.cs:line|SQLite Error")]
    private static partial Regex Insides();
}

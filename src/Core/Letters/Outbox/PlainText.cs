using System.Net;
using System.Text.RegularExpressions;

namespace Loim.Letters.Outbox;

/// <summary>A letter of ours without its markup, for mail programs that show none.</summary>
internal static partial class PlainText
{
    public static string Of(string html)
    {
        var text = Head().Replace(html, "");
        text = Link().Replace(text, m => m.Groups[2].Value.Contains(m.Groups[1].Value, StringComparison.Ordinal) ? m.Groups[2].Value : $"{m.Groups[2].Value}: {m.Groups[1].Value}");
        text = Blank().Replace(text, " ");
        text = Break().Replace(text, "\n");
        text = Block().Replace(text, "\n\n");
        text = WebUtility.HtmlDecode(Tag().Replace(text, ""));
        return Lines().Replace(string.Join('\n', text.Split('\n').Select(line => line.Trim())), "\n\n").Trim() + "\n";
    }

    [GeneratedRegex("<head>.*?</head>|<!DOCTYPE[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("""<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("<br ?/?>|</tr>|</li>|</dt>|</dd>")]
    private static partial Regex Break();

    [GeneratedRegex("</(p|h1|h2|h3|ul|ol|table|dl|div)>|<hr ?/?>")]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("\n{3,}")]
    private static partial Regex Lines();
}

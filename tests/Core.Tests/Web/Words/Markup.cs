using System.Text.RegularExpressions;

namespace Loim.Core.Tests.Web.Words;

/// <summary>Finds words that were typed into a component's markup instead of its texts.</summary>
internal static partial class Markup
{
    /// <summary>Names of the house, the same in every language.</summary>
    private static readonly string[] Names = ["Lõim", "min", "€"];

    public static IEnumerable<string> TypedWords(string component)
    {
        var markup = Directive().Replace(Comment().Replace(CodeBlock().Replace(component, ""), ""), "");
        return Attribute().Matches(markup).Select(m => m.Groups["words"].Value)
            .Concat(Between().Matches(markup).Select(m => m.Groups["words"].Value).Where(w => !IsCode(w)).Select(w => Expression().Replace(w, "")))
            .Select(words => words.Trim())
            .Where(words => words.Any(char.IsLetter) && !Names.Contains(words.Trim('–', ' ')));
    }

    private static bool IsCode(string words) => words.IndexOfAny(['{', '}', ';', '=']) >= 0 || words.TrimStart().StartsWith("@*", StringComparison.Ordinal);

    [GeneratedRegex(@"^@code\b.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^@(page|attribute|using|namespace|inherits|implements|inject|layout|typeparam)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""\b(aria-label|placeholder|title|alt|Title|Label|LinkText|Hint|Lead|Text|Caption|Submit|All)="(?<words>[^@"][^"]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<=<[^@<>]*>)(?<words>[^<>]*\p{L}[^<>]*)(?=</|<[a-zA-Z])")]
    private static partial Regex Between();

    [GeneratedRegex(@"@[\w.!?]+(\((?>[^()]|(?<d>\()|(?<-d>\)))*\)|\[[^\]]*\]|\.\w+)*|@\((?>[^()]|(?<d>\()|(?<-d>\)))*\)")]
    private static partial Regex Expression();
}

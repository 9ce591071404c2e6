using System.Text.RegularExpressions;
using Loim.Core.Tests.Docs;

namespace Loim.Core.Tests.Web.Words;

/// <summary>The product's sources by the <c>texts.json</c> that speaks for them: the nearest up the folders.</summary>
internal static partial class Sources
{
    /// <summary>Keys that the house composes of what a module declares.</summary>
    private static readonly string[] ComposedByTheHouse = ["module", "settings.", "indicator.", "permission.", "module.", "role.", "option.", "purpose.", "receivers.", "table.", "property.", "letter-kind."];

    public static string Shared { get; } = Path.Combine(Repository.Root, "src", "Core", "Web");

    public static IReadOnlyList<string> Books { get; } = [.. Folders().SelectMany(f => Directory.EnumerateFiles(f, "texts.json", SearchOption.AllDirectories))
        .Where(IsSource).Select(f => Path.GetDirectoryName(f)!).Order()];

    public static IReadOnlyList<(string File, string Book, string Text)> Files { get; } = [.. Folders()
        .SelectMany(f => Directory.EnumerateFiles(f, "*.*", SearchOption.AllDirectories)).Where(f => Path.GetExtension(f) is ".razor" or ".cs").Where(IsSource)
        .Select(f => (Path.GetRelativePath(Repository.Root, f), BookOf(f), File.ReadAllText(f)))];

    /// <summary>Keys that the text names outright, and whether as a plural.</summary>
    public static IEnumerable<(string Key, bool Plural)> Named(string text) =>
        NamedKey().Matches(DocComment().Replace(text, "")).Select(m => (m.Groups["key"].Value, m.Groups["count"].Success));

    /// <summary>Whether the text may ask for the key: as a literal, or composed with its beginning.</summary>
    public static bool MayUse(string text, string key) =>
        text.Contains($"\"{key}\"", StringComparison.Ordinal) || ComposedByTheHouse.Any(key.StartsWith)
        || Composed().Matches(text).Any(m => key.StartsWith(m.Groups["start"].Value, StringComparison.Ordinal));

    private static IEnumerable<string> Folders() => new[] { "src", "plugins" }.Select(f => Path.Combine(Repository.Root, f)).Where(Directory.Exists);

    private static bool IsSource(string file) => !file.Contains("/obj/") && !file.Contains("/bin/");

    private static string BookOf(string file)
    {
        for (var folder = Path.GetDirectoryName(file)!; folder.Length > Repository.Root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (File.Exists(Path.Combine(folder, "texts.json"))) { return folder; }
        }
        return Shared;
    }

    [GeneratedRegex("""(\b(T|words|texts|Of\([^()]*(\(\))?\))(\[|(?<count>\.Count\())|\bMenu\()"(?<key>[^"{}]+)"(?!\s*\+)""")]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex DocComment();

    [GeneratedRegex("""\$"(?<start>[a-z][a-z.-]*[.-])\{""")]
    private static partial Regex Composed();
}

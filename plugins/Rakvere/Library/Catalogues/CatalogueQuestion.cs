namespace Rakvere.Library.Catalogues;

/// <summary>What is looked for: books in a language, at a level of it, with words that stand anywhere.</summary>
internal sealed record CatalogueQuestion(string Language, string Level, string? Words)
{
    public const string UsualQuery = "dc.language={language} and dc.subject={level}";

    public static readonly IReadOnlyList<string> Levels = ["A1", "A2", "B1", "B2", "C1"];

    /// <summary>As catalogues write languages, after ISO 639-2.</summary>
    private static readonly Dictionary<string, string> Codes = new() { ["et"] = "est", ["en"] = "eng", ["ru"] = "rus", ["uk"] = "ukr" };

    public string Cql(string query)
    {
        var asked = query.Replace("{language}", Quoted(Codes.GetValueOrDefault(Language, Language)), StringComparison.Ordinal)
            .Replace("{level}", Quoted(Level), StringComparison.Ordinal);
        return Words is null ? asked : $"{asked} and cql.anywhere all {Quoted(Words)}";
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

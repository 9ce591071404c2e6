using System.Reflection;
using System.Text.Json;

namespace Loim.Web;

/// <summary>One <c>texts.json</c>: key to language to text. The forms of a plural stand under <c>key#one</c>, <c>key#few</c> …</summary>
internal sealed class TextBook
{
    private readonly Dictionary<string, Dictionary<string, string>> byLanguage = [];

    public static TextBook? Of(Assembly assembly, string space)
    {
        using var stream = assembly.GetManifestResourceStream($"{space}.texts.json");
        return stream is null ? null : new TextBook(JsonDocument.Parse(stream).RootElement);
    }

    public TextBook(JsonElement root)
    {
        foreach (var text in root.EnumerateObject())
        {
            foreach (var language in text.Value.EnumerateObject()) { Add(language.Name, text.Name, language.Value); }
        }
    }

    public string? Find(string language, string key) => byLanguage.GetValueOrDefault(language)?.GetValueOrDefault(key);

    public IEnumerable<KeyValuePair<string, string>> All(string language) => byLanguage.GetValueOrDefault(language) ?? [];

    private void Add(string language, string key, JsonElement value)
    {
        if (!byLanguage.TryGetValue(language, out var texts)) { byLanguage.Add(language, texts = new(StringComparer.Ordinal)); }
        if (value.ValueKind == JsonValueKind.String) { texts.Add(key, value.GetString()!); return; }
        foreach (var form in value.EnumerateObject()) { texts.Add($"{key}#{form.Name}", form.Value.GetString()!); }
    }
}

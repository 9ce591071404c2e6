using System.Text.Json;

namespace Loim.Bench.Floor;

/// <summary>The Estonian words that stand for codes in the product's lists.</summary>
internal sealed class Words
{
    private readonly Dictionary<(string Kind, string Code), string> words = [];

    public Words()
    {
        foreach (var module in new[] { "People", "Cases" })
        {
            using var texts = typeof(Words).Assembly.GetManifestResourceStream(module)!;
            foreach (var text in JsonDocument.Parse(texts).RootElement.EnumerateObject())
            {
                if (text.Name.Split('.') is [var kind, var code] && text.Value.GetProperty("et") is { ValueKind: JsonValueKind.String } word)
                {
                    words[(kind, code)] = word.GetString()!;
                }
            }
        }
    }

    public string this[string kind, string code] => words[(kind, code)];
}

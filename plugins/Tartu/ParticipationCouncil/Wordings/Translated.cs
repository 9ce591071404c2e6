namespace Tartu.ParticipationCouncil.Wordings;

/// <summary>What everybody may read. It is written in one language; where nobody translated it, it is read as it was written.</summary>
internal abstract class Translated
{
    /// <summary>The language in which it was written: <c>et</c>, <c>en</c>, <c>ru</c> or <c>uk</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Translations, by text and language: <c>Title-uk</c>.</summary>
    public IReadOnlyDictionary<string, string> Words { get; private set; } = new Dictionary<string, string>();

    /// <param name="words">By text and language; null takes a translation away. What is not named stays.</param>
    public void Translate(IReadOnlyDictionary<string, string?> words) => Words = Words.Where(w => !words.ContainsKey(w.Key))
        .Concat(from word in words where word.Value is not null select KeyValuePair.Create(word.Key, word.Value)).ToDictionary();

    protected Told Tell(string text, string written, string reader) => Tell(text, written, Language, reader);

    /// <param name="language">Of what is written.</param>
    protected Told Tell(string text, string written, string language, string reader) => language == reader ? new(written, null)
        : Words.TryGetValue($"{text}-{reader}", out var words) ? new(words, null) : new(written, language);
}

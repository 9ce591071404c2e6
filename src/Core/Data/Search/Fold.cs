using System.Globalization;
using System.Text;

namespace Loim.Data;

/// <summary>One form for names in any script, so that they are found with or without case and marks.
/// SQLite's own NOCASE, lower() and LIKE do not fold Õ or Cyrillic.</summary>
public static class Fold
{
    /// <summary>Marks dropped, lower case, ё as е, й as и, apostrophes and hyphens as they are.</summary>
    public static string Text(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) { return ""; }
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) { continue; }
            folded.Append(c is '’' or 'ʼ' or '`' ? '\'' : char.ToLowerInvariant(c));
        }
        return folded.ToString().Trim();
    }

    /// <summary>Cyrillic in Latin letters, by the common spelling of passports; other letters as they are.</summary>
    public static string Latin(string folded)
    {
        var latin = new StringBuilder(folded.Length + 4);
        foreach (var c in folded) { latin.Append(Letters.TryGetValue(c, out var letters) ? letters : c.ToString()); }
        return latin.ToString();
    }

    /// <summary>One spelling for the many that passports give one name: Mariia, Mariya, Marija and Мария are "maria",
    /// Grigori and Hryhorii "hrihori".</summary>
    public static string Sound(string folded)
    {
        var sound = new StringBuilder(Latin(folded));
        foreach (var (spelling, plain) in Sounds) { sound.Replace(spelling, plain); }
        for (var i = sound.Length - 1; i > 0; i--)
        {
            if (sound[i] == sound[i - 1]) { sound.Remove(i, 1); }
        }
        return sound.ToString();
    }

    /// <summary>The texts folded in one line, followed by their other spellings: in Latin letters, and by sound.</summary>
    public static string Document(IEnumerable<string?> texts)
    {
        var folded = texts.Select(Text).Where(t => t.Length > 0).ToList();
        return string.Join(' ', folded.Concat(folded.Select(Latin)).Concat(folded.Select(Sound)).Distinct());
    }

    private static readonly (string Spelling, string Plain)[] Sounds =
    [
        ("shch", "s"), ("sch", "s"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("tch", "c"), ("ch", "c"), ("ts", "c"),
        ("'", ""), ("y", "i"), ("j", "i"), ("g", "h"), ("w", "v"), ("x", "ks"), ("ie", "e"),
    ];

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "h", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ж'] = "zh",
        ['з'] = "z", ['и'] = "y", ['і'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p",
        ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh",
        ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia",
    };
}

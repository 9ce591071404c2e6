using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Loim.Web;

/// <summary>A module's texts in the language of the request. A key that is missing stands in brackets, for all to see.</summary>
public sealed class Wording : IStringLocalizer
{
    private readonly TextBook[] books;
    private readonly ConcurrentDictionary<string, byte> missing;

    internal Wording(TextBook[] books, ConcurrentDictionary<string, byte> missing) => (this.books, this.missing) = (books, missing);

    public string this[string key] => Find(key) ?? NotFound(key);

    /// <param name="arguments">For <c>{0}</c>, <c>{1}</c> …; format them by <c>F</c>.</param>
    public string this[string key, params object[] arguments] => string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    /// <summary>The text in the plural form of the number; <c>{0}</c> is the number as it is written, further arguments follow.</summary>
    public string Count(string key, long number, params object[] arguments) =>
        this[$"{key}#{Plural.Of(Language, number)}", [Formats.Current.Number(number), .. arguments]];

    /// <summary>The text in a language that is not that of the request: what a person agreed to, as they read it.</summary>
    public string In(string language, string key) => books.Select(book => book.Find(language, key)).FirstOrDefault(text => text is not null) ?? NotFound(key);

    LocalizedString IStringLocalizer.this[string name] => new(name, this[name], Find(name) is null);

    LocalizedString IStringLocalizer.this[string name, params object[] arguments] => new(name, this[name, arguments], Find(name) is null);

    IEnumerable<LocalizedString> IStringLocalizer.GetAllStrings(bool includeParentCultures) =>
        books.SelectMany(book => book.All(Language)).Select(text => new LocalizedString(text.Key, text.Value));

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <returns>Null where the text is not required to be there.</returns>
    internal string? Find(string key)
    {
        foreach (var book in books)
        {
            if (book.Find(Language, key) is { } text) { return text; }
        }
        return null;
    }

    private string NotFound(string key)
    {
        if (missing.Count < 1000) { missing.TryAdd(key, 0); }
        return $"[{key}]";
    }
}

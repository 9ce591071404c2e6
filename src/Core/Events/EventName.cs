using System.Globalization;

namespace Loim.Events;

/// <summary>An event's title for whoever reads: in their language where it was translated, else as it was written.</summary>
public sealed class EventName
{
    private readonly string? own;
    private readonly string written;

    internal EventName(string title, IReadOnlyDictionary<string, EventWords> words) => (written, own) = (title, words.GetValueOrDefault(Reader)?.Title);

    public string Text => own ?? written;

    /// <summary>For the <c>lang</c> attribute of <see cref="Text"/>; null where it is the language of the page.</summary>
    public string? Lang => own is null && Reader != "et" ? "et" : null;

    private static string Reader => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}

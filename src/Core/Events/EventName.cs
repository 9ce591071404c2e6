using System.Globalization;

namespace Loim.Events;

/// <summary>An event's title for whoever reads: in their language where it was translated, else as it was written.</summary>
internal sealed record EventName(string Title, IReadOnlyDictionary<string, EventWords> Words)
{
    public string Text => Own?.Title ?? Title;

    /// <summary>For the <c>lang</c> attribute of <see cref="Text"/>; null where it is the language of the page.</summary>
    public string? Lang => Own is null && Reader != "et" ? "et" : null;

    private EventWords? Own => Words.GetValueOrDefault(Reader);
    private static string Reader => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}

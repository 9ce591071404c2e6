using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Loim.Web.Forms;

/// <summary>Reads what people type: spaces of any kind, comma or point, days in both usual orders of writing.</summary>
internal static partial class Typed
{
    /// <summary>One composed form of each letter, no control characters but line ends, no spaces around.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) { return ""; }
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (!char.IsControl(c) || c is '\n' or '\t') { kept.Append(c); }
        }
        var clean = kept.ToString();
        return (clean.IsNormalized() ? clean : clean.Normalize()).Trim();
    }

    public static int? Whole(string text) =>
        int.TryParse(Tight(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Cents. <c>1 285,60</c>, <c>1285.6</c>, <c>1.285,60</c>, <c>1,285.60</c>; null where it could mean two things.</summary>
    public static long? Cents(string text)
    {
        var match = AmountPattern().Match(Tight(text.Replace("€", "", StringComparison.Ordinal)));
        if (!match.Success) { return null; }
        var digits = match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var cents = match.Groups["cents"].Value.PadRight(2, '0');
        return digits.Length <= 13 && long.TryParse(match.Groups["sign"].Value + digits + cents, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.'), ["d.M.yyyy", "yyyy-M-d", "d/M/yyyy", "d-M-yyyy"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static bool HasTwoDigitYear(string text) => TwoDigitYear().IsMatch(text);

    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["H.mm", "H:mm", "HH.mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Tight(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('\u2212', '-');

    // Groups of three by point or comma only where a different sign then begins the cents.
    [GeneratedRegex(@"^(?<sign>-?)(?<whole>[0-9]+|[0-9]{1,3}(\.[0-9]{3})+(?=,|$)(?!$)|[0-9]{1,3}(,[0-9]{3})+(?=\.))([.,](?<cents>[0-9]{1,2}))?$")]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"^\s*[0-9]{1,2}\s*[./-]\s*[0-9]{1,2}\s*[./-]\s*[0-9]{2}\s*$")]
    private static partial Regex TwoDigitYear();
}

using System.Collections.Concurrent;
using System.Globalization;
using Loim.Modules;

namespace Loim.Web;

/// <summary>Days, times, numbers and money as people of the language write them; spaces inside a value do not break.</summary>
public sealed class Formats
{
    private const char NoBreak = '\u00a0';
    private static readonly ConcurrentDictionary<string, Formats> Known = new();
    private readonly CultureInfo culture;
    private readonly NumberFormatInfo numbers;

    public Formats(CultureInfo culture)
    {
        this.culture = culture;
        numbers = (NumberFormatInfo)culture.NumberFormat.Clone();
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = "\u00a0";
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = IsEnglish ? "." : ",";
        numbers.NegativeSign = "\u2212";
        numbers.NumberNegativePattern = 1;
    }

    public static Formats Current => Known.GetOrAdd(CultureInfo.CurrentUICulture.Name, name => new Formats(CultureInfo.GetCultureInfo(name)));

    /// <summary><c>et</c>, <c>en</c>, <c>ru</c> or <c>uk</c>.</summary>
    public string Language => culture.TwoLetterISOLanguageName;

    private bool IsEnglish => Language == "en";
    private string TimePattern => Language == "et" ? "HH.mm" : "HH:mm";

    /// <summary><c>14.10.2025</c>, in every language.</summary>
    public string Day(DateOnly day) => day.ToString("dd'.'MM'.'yyyy", culture);

    /// <summary><c>teisipäev, 14. oktoober 2025</c></summary>
    public string LongDay(DateOnly day) => day.ToString(Language switch
    {
        "et" => "dddd, d.\u00a0MMMM yyyy",
        "en" => "dddd, d\u00a0MMMM yyyy",
        "uk" => "dddd, d\u00a0MMMM yyyy\u00a0'р.'",
        _ => "dddd, d\u00a0MMMM yyyy\u00a0'г.'",
    }, culture);

    /// <summary><c>oktoober 2025</c></summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", culture);

    /// <summary><c>10.30</c> in Estonian, <c>10:30</c> elsewhere; Estonian wall clock.</summary>
    public string Time(DateTime utc) => Time(TimeOnly.FromDateTime(Local(utc)));

    public string Time(TimeOnly time) => time.ToString(TimePattern, CultureInfo.InvariantCulture);

    /// <summary>Day and time, Estonian wall clock.</summary>
    public string Moment(DateTime utc) => $"{Day(Days.DayOf(utc))}{NoBreak}{Time(utc)}";

    /// <summary><c>1 285,60 €</c></summary>
    public string Money(long cents) => $"{Amount(cents)}{NoBreak}€";

    /// <summary><c>1 285,60</c></summary>
    public string Amount(long cents) => (cents / 100m).ToString("N2", numbers);

    public string Number(long number) => number.ToString("N0", numbers);

    /// <param name="share">1 is the whole: 0.639 gives <c>63,9 %</c>.</param>
    public string Percent(double share) => (share * 100).ToString("N1", numbers) + (IsEnglish ? "%" : $"{NoBreak}%");

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Days.Zone);
}

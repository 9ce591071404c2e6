using System.Globalization;
using System.Text;

namespace Loim.Events.Feed;

/// <summary>Writes iCalendar (RFC 5545): lines end with CRLF, are folded at 75 octets without cutting a letter, texts are escaped.</summary>
internal sealed class CalendarFile
{
    private const int MostOctets = 75;

    // The rule of the European Union; calendars need it beside the zone's name.
    private const string Tallinn = """
        BEGIN:VTIMEZONE
        TZID:Europe/Tallinn
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0300
        TZNAME:EEST
        DTSTART:19700329T030000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0200
        TZNAME:EET
        DTSTART:19701025T040000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    private readonly StringBuilder text = new();

    public CalendarFile(string name)
    {
        Line("BEGIN:VCALENDAR").Line("VERSION:2.0").Line("PRODID:-//Loim//Events//ET").Line("CALSCALE:GREGORIAN").Line("METHOD:PUBLISH");
        Text("X-WR-CALNAME", name);
        foreach (var line in Tallinn.ReplaceLineEndings("\n").Split('\n')) { Line(line); }
    }

    public CalendarFile Line(string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(letter);
            octets += letter.Utf8SequenceLength;
        }
        text.Append("\r\n");
        return this;
    }

    public CalendarFile Text(string name, string? value) => string.IsNullOrEmpty(value) ? this : Line($"{name}:{Escape(value)}");

    /// <summary>Wall-clock time in Estonia.</summary>
    public CalendarFile Local(string name, DateOnly day, TimeOnly time) =>
        Line($"{name};TZID=Europe/Tallinn:{day.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}");

    public CalendarFile Utc(string name, DateTime utc) => Line($"{name}:{utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");

    public string End() => Line("END:VCALENDAR").text.ToString();

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");
}

using System.Globalization;
using Loim.Modules;
using Microsoft.AspNetCore.Http;

namespace Loim.Tracker;

/// <summary>What was asked, in the terms of the protocol.</summary>
/// <param name="Code">Personal code of the one whose data are meant; null where it is a foreign one, which the house has not.</param>
internal sealed record UsageQuery(string? Code, DateTime? From, DateTime? Until, int Offset, int Limit)
{
    private const int Most = 1000;
    private const string Country = "EE";

    /// <returns>Null where it does not keep to the protocol.</returns>
    public static UsageQuery? Of(HttpRequest request)
    {
        var (query, asker, code) = (request.Query, request.Headers["X-Road-UserId"].ToString().Trim(), request.Query["userCode"].ToString().Trim());
        if (asker.Length == 0 || code.Length is 0 or > 256) { return null; }
        return Moment(query["periodStart"], out var from) && Moment(query["periodEnd"], out var until) && Number(query["offset"], 0, int.MaxValue, out var offset) && Number(query["limit"], Most, Most, out var limit)
            ? new(Estonian(code), from, until, offset, limit) : null;
    }

    private static string? Estonian(string code)
    {
        var digits = code.StartsWith(Country, StringComparison.Ordinal) ? code[Country.Length..] : code;
        return digits.Length == 11 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Without a zone, it is the time of Estonia.</summary>
    private static bool Moment(string? text, out DateTime? moment)
    {
        moment = null;
        if (string.IsNullOrEmpty(text)) { return true; }
        if (!DateTime.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read) || read.Year is < 1901 or > 2998) { return false; }
        moment = read.Kind == DateTimeKind.Unspecified ? Days.Instant(DateOnly.FromDateTime(read), TimeOnly.FromDateTime(read)) : read.ToUniversalTime();
        return true;
    }

    private static bool Number(string? text, int otherwise, int most, out int number)
    {
        number = otherwise;
        if (string.IsNullOrEmpty(text)) { return true; }
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)) { return false; }
        number = Math.Min(number, most);
        return true;
    }
}

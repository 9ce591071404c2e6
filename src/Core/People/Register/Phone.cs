namespace Loim.People.Register;

/// <summary>A telephone number in the one form in which it is kept: <c>+37255512345</c>.</summary>
internal static class Phone
{
    /// <summary>Estonian numbers of seven or eight digits get the country's code; foreign ones must bring theirs.</summary>
    /// <returns>Null when it cannot be a number.</returns>
    public static string? Normal(string? text)
    {
        var kept = string.Concat((text ?? "").Where(c => char.IsAsciiDigit(c) || c == '+'));
        if ((text ?? "").Any(c => !char.IsAsciiDigit(c) && !" +-()./\u00a0".Contains(c))) { return null; }
        if (kept.StartsWith("00", StringComparison.Ordinal)) { kept = "+" + kept[2..]; }
        if (kept.LastIndexOf('+') > 0) { return null; }
        if (kept.Length is 7 or 8 && kept[0] != '+') { kept = "+372" + kept; }
        return kept.StartsWith('+') && kept.Length is >= 9 and <= 16 && (!kept.StartsWith("+372", StringComparison.Ordinal) || kept.Length is 11 or 12) ? kept : null;
    }
}

using System.Globalization;

namespace Loim.Data;

/// <summary>An Estonian personal code that is well formed: all three stages of the checksum, and a day that exists.
/// The checksum alone lets one slip in sixty pass, so the birth date is compared where it is known.</summary>
internal readonly record struct PersonalCode
{
    private static readonly int[] First = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
    private static readonly int[] Second = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

    private PersonalCode(string text, DateOnly born) => (Text, Born) = (text, born);

    public string Text { get; }
    public DateOnly Born { get; }

    public static bool TryParse(string? text, out PersonalCode code)
    {
        code = default;
        text = text?.Trim() ?? "";
        if (text.Length != 11 || !text.All(char.IsAsciiDigit) || text[0] is '0' or '9') { return false; }
        var century = 1800 + (text[0] - '1') / 2 * 100;
        if (!DateOnly.TryParseExact($"{century / 100}{text[1..7]}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || Check(text) != text[10] - '0')
        {
            return false;
        }
        code = new PersonalCode(text, born);
        return true;
    }

    /// <summary>The last digit of a code that begins with these ten.</summary>
    public static int Check(ReadOnlySpan<char> digits)
    {
        var rest = Sum(digits, First) % 11;
        if (rest == 10) { rest = Sum(digits, Second) % 11; }
        return rest == 10 ? 0 : rest;
    }

    /// <summary>No digit of it is shown: beside a birth date the last four would be told by three of them, and by the checksum.</summary>
    public const string Mask = "•••••••••••";

    public override string ToString() => "•••";

    private static int Sum(ReadOnlySpan<char> digits, int[] weights)
    {
        var sum = 0;
        for (var i = 0; i < 10; i++) { sum += (digits[i] - '0') * weights[i]; }
        return sum;
    }
}

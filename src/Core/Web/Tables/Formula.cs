namespace Loim.Web;

/// <summary>What a spreadsheet computes instead of showing it. Source: OWASP, CSV injection.</summary>
internal static class Formula
{
    /// <summary>Blanks before the sign do not hide it.</summary>
    public static bool MayBe(string text) =>
        text.AsSpan().TrimStart(' ') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠';
}

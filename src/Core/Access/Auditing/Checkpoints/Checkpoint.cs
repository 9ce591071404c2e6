using System.Globalization;

namespace Loim.Access.Auditing;

/// <summary>What was true of the audit at a moment, signed: so many rows, and the hash that stands for them. A line of a text file:
/// <c>{number} {moment} {rows} {hash} {signature}</c>.</summary>
internal sealed record Checkpoint(long Number, DateTime At, long Rows, string Hash, string Signature)
{
    /// <summary>What is signed.</summary>
    public string Statement => string.Create(CultureInfo.InvariantCulture, $"loim-audit {Number} {At:O} {Rows} {Hash}");

    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Number} {At:O} {Rows} {Hash} {Signature}");

    /// <returns>Null for a line that is none.</returns>
    public static Checkpoint? Parse(string line) =>
        line.Split(' ') is [var number, var at, var rows, var hash, var signature]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
        && long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(n, moment, count, hash, signature) : null;
}

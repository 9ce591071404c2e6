using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Loim.Access.Auditing;

/// <summary>
/// How a row of the audit carries the one before it. Writer and verifier share this and nothing else; docs/security.md says it
/// in words, so that anyone can compute it again.
/// </summary>
internal static class AuditChain
{
    public const string Table = "house_audit";
    public const string Beginning = "";

    /// <summary>What the hash covers, in this order. The detail itself is outside: its salted digest is inside.</summary>
    public static readonly string[] Covered = ["Number", "At", "Account", "Who", "Role", "Action", "Page", "Purpose", "Person", "What", "DetailHash"];

    /// <summary>The values exactly as the database keeps them.</summary>
    public static object?[] Row(long number, string at, AuditEntry e, string? detailHash) =>
        [number, at, Text(e.Account), Text(e.Who), Text(e.Role), Text(e.Action), Text(e.Page), Text(e.Purpose), e.Person is { } person ? Text(person) : null, Text(e.What), detailHash];

    /// <summary>SHA-256 over the hash before and each value: <c>-</c> for none, else <c>{length in bytes}:{value},</c>.</summary>
    public static string Next(string before, ReadOnlySpan<object?> row)
    {
        var text = new StringBuilder(before, 512);
        foreach (var value in row)
        {
            switch (value)
            {
                case null or DBNull: text.Append('-'); break;
                case string s: text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(s)}:{s},"); break;
                case long n: text.Append(CultureInfo.InvariantCulture, $"{n},"); break;
                // No other kind is ever written; found in the table, it must not pass for the text that it spells.
                default: text.Append(CultureInfo.InvariantCulture, $"?{value.GetType().Name}"); break;
            }
        }
        return Digest(text.ToString());
    }

    /// <summary>With salt, since what a detail may say is easily guessed.</summary>
    public static string Salted(string detail) => $"{RandomNumberGenerator.GetHexString(32, lowercase: true)} {Clean(detail)}";

    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Orders as text as it does as time.</summary>
    public static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static string Text(string text) => Clean(text);

    /// <summary>SQLite ends a text at its first zero.</summary>
    private static string Clean(string text) => text.Replace('\0', ' ');
}

namespace Loim.Access.Auditing;

/// <summary>Finds out, of the first row that does not hold, what was done to it. The chain says for certain that something was; what, it lets infer.</summary>
internal static class AuditFault
{
    public static string OfNumber(long expected, long found) =>
        found < expected ? $"Row {found} was put in before the first."
        : found == expected + 1 ? $"Row {expected} is missing: it was removed."
        : $"Rows {expected} to {found - 1} are missing: they were removed.";

    /// <param name="row">It does not follow on <paramref name="before"/>, the hash of the row before it.</param>
    /// <param name="earlier">The hash of the row before that.</param>
    public static string OfHash(AuditRows audit, StoredRow row, string earlier, string before)
    {
        var number = row.Number;
        var next = audit.From(number + 1).FirstOrDefault(r => r.Number == number + 1);
        if (next is not null && Follows(row.Hash, next, number + 2)) { return $"Row {number} is not the one that was written here: at least one row was removed, and those after it were numbered anew."; }
        if (number > 1 && AuditChain.Next(earlier, row.As(number - 1)) == row.Hash) { return $"Row {number - 1} was put in: row {number} was once in its place."; }
        if (Displaced(audit, row, before) is { } at)
        {
            return next?.Number == at && AuditChain.Next(next.Hash ?? "", row.As(at)) != row.Hash && AuditChain.Next(before, next.As(number)) == next.Hash
                ? $"Row {number} was put in: row {at} was once in its place."
                : $"Rows {number} and {at} have changed places: the order is not that in which they were written.";
        }
        if (next is not null && Follows(AuditChain.Next(before, row.Covered), next, next.Number)) { return $"Row {number}: its hash was changed."; }
        return $"Row {number} was changed after it was written.";
    }

    /// <returns>Number of the row that was written where <paramref name="row"/> stands now.</returns>
    private static long? Displaced(AuditRows audit, StoredRow row, string before)
    {
        foreach (var other in audit.From(1))
        {
            if (other.Number != row.Number && AuditChain.Next(before, other.As(row.Number)) is var hash && (hash == other.Hash || hash == row.Hash)) { return other.Number; }
        }
        return null;
    }

    private static bool Follows(string? before, StoredRow row, long number) => before is not null && AuditChain.Next(before, row.As(number)) == row.Hash;
}

using Loim.Data;

namespace Loim.Access.Auditing;

/// <summary>The reads of one scope as audit entries: a row a person, or one row for a long list.</summary>
internal static class ReadNotes
{
    private const int LongList = 20;
    private const string Before = "list of ", After = " persons";

    /// <param name="filters">What was looked for, as far as it may be written down.</param>
    public static List<AuditEntry> Of(Reading reading, CurrentViewer current, string place, string? filters = null)
    {
        var entry = AuditEntry.By(current, "read", place) with { Detail = filters };
        return reading.Persons.Count > LongList
            ? [entry with { What = $"{Before}{reading.Persons.Count}{After}" }]
            : [.. reading.Persons.Select(person => entry with { Person = person })];
    }

    /// <summary>The number in the row of a long list.</summary>
    public static int? CountIn(string what) =>
        what.StartsWith(Before, StringComparison.Ordinal) && what.EndsWith(After, StringComparison.Ordinal)
        && int.TryParse(what.AsSpan(Before.Length, what.Length - Before.Length - After.Length), out var count) ? count : null;
}

namespace Loim.Modules;

/// <summary>A half-open span of days: <paramref name="From"/> included, <paramref name="Until"/> not.</summary>
public readonly record struct Period(DateOnly From, DateOnly Until)
{
    public static Period Year(int year) => new(new(year, 1, 1), new(year + 1, 1, 1));

    /// <param name="quarter">1 to 4.</param>
    public static Period Quarter(int year, int quarter)
    {
        var from = new DateOnly(year, quarter * 3 - 2, 1);
        return new(from, from.AddMonths(3));
    }

    /// <summary>Reads <c>2025</c>, <c>2025-Q3</c>, or both ends as <see cref="ToString"/> writes them.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text?.Split("..") is [var first, var last])
        {
            if (!DateOnly.TryParseExact(first, "yyyy-MM-dd", out var from) || !DateOnly.TryParseExact(last, "yyyy-MM-dd", out var until) || until <= from) { return false; }
            period = new(from, until);
            return true;
        }
        var parts = text?.Split("-Q") ?? [];
        if (parts.Length is 0 or > 2 || !int.TryParse(parts[0], out var year) || year is < 1900 or > 2999) { return false; }
        if (parts.Length == 1) { period = Year(year); return true; }
        if (parts[1] is not ("1" or "2" or "3" or "4")) { return false; }
        period = Quarter(year, parts[1][0] - '0');
        return true;
    }

    /// <summary>1 to 4 where it is a quarter of a year, else null.</summary>
    public int? QuarterNumber => (From.Month + 2) / 3 is var quarter && this == Quarter(From.Year, quarter) ? quarter : null;

    public bool Contains(DateOnly day) => day >= From && day < Until;

    /// <summary><c>2025</c>, <c>2025-Q3</c>, or both ends.</summary>
    public override string ToString() =>
        this == Year(From.Year) ? $"{From.Year}"
        : QuarterNumber is { } quarter ? $"{From.Year}-Q{quarter}"
        : $"{From:yyyy-MM-dd}..{Until:yyyy-MM-dd}";
}

/// <summary>One record behind a figure. Holds ids and plain facts, never a personal value.</summary>
public sealed class Evidence
{
    /// <summary>The record; also tells apart evidence that the viewer may open from what is closed to them.</summary>
    public required Guid Id { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The person it is about, where there is one; counted once by <see cref="Aggregate.Persons"/>.</summary>
    public Guid? Person { get; init; }

    /// <summary>What people call the record: the title of an event, the role of a post; never a personal value. Where it is null the
    /// page names the record by its person, to those who may see them, else by its day.</summary>
    public string? Name { get; init; }

    /// <summary>What <see cref="Aggregate.Sum"/> adds, and <see cref="Aggregate.Average"/> averages: participants, minutes, cents, days.</summary>
    public long Amount { get; init; } = 1;

    /// <summary>Groups the figure: the code of a service, an event kind; a text key of the module or plain text.</summary>
    public string? Kind { get; init; }

    /// <summary>The plan line that the work is booked on.</summary>
    public Guid? PlanLine { get; init; }

    /// <summary>The page that opens the record, or null.</summary>
    public string? Href { get; init; }
}

public enum Aggregate
{
    /// <summary>The number of records.</summary>
    Count,

    /// <summary>The number of different persons; a record without a person is not counted.</summary>
    Persons,

    /// <summary>The sum of <see cref="Evidence.Amount"/>.</summary>
    Sum,

    /// <summary>The average of <see cref="Evidence.Amount"/>, rounded to a whole number; none where there is no evidence. It does not add
    /// up: the parts of a figure by kind or line are averages of their own.</summary>
    Average,
}

/// <summary>
/// A figure that opens onto its evidence. There is one query; the value is its declared aggregate.
/// The house runs it for the value, and the viewer's own filter runs the same query for what they may open.
/// </summary>
/// <remarks>Source: ELV-27. Title and rule are the texts <c>indicator.{Code}</c> and <c>indicator.{Code}.rule</c> of the module.</remarks>
public interface IIndicator
{
    /// <summary>Unique in the house, kebab case, begins with the module's id: <c>cases.visits</c>.</summary>
    string Code { get; }
    Aggregate Aggregate { get; }

    /// <summary>Evidence in the period; composed further by the caller, so it must be translatable to SQL.</summary>
    IQueryable<Evidence> Evidence(Period period);
}

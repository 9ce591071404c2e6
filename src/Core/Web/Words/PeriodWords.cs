using Loim.Modules;
using Loim.Web.Forms;

namespace Loim.Web;

/// <summary>Periods as people say them: <c>2025. aasta</c>, <c>III kvartal 2025</c>.</summary>
public static class PeriodWords
{
    /// <summary>The years beside the chosen period, up to this one, and their quarters.</summary>
    public static IEnumerable<Option> Choices(Wording texts, Period chosen, DateOnly today) =>
        new[] { chosen.From.Year - 1, chosen.From.Year, chosen.From.Year + 1 }.Where(year => year <= today.Year)
            .SelectMany(year => Enumerable.Range(1, 4).Select(q => Period.Quarter(year, q)).Prepend(Period.Year(year)))
            .Append(chosen).Distinct().Select(p => new Option(p.ToString(), Of(texts, p)));

    /// <param name="words">Of any module: the texts are those that all share.</param>
    public static string Of(Wording words, Period period) =>
        period == Period.Year(period.From.Year) ? words["period.year", period.From.Year]
        : period.QuarterNumber is { } quarter ? words[$"period.quarter-{quarter}", period.From.Year]
        : words["period.span", Formats.Current.Day(period.From), Formats.Current.Day(period.Until.AddDays(-1))];
}

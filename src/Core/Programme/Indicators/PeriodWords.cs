using Loim.Modules;
using Loim.Web;

namespace Loim.Programme.Indicators;

internal static class PeriodWords
{
    public static string Of(Wording words, Period period) =>
        period == Period.Year(period.From.Year) ? words["period.year", period.From.Year]
        : words[$"period.quarter-{(period.From.Month + 2) / 3}", period.From.Year];
}

using Loim.Modules;

namespace Loim.Core.Tests.Data;

public sealed class DaysTests
{
    [Theory]
    [InlineData("2025-09-05T20:00", "2025-09-15T06:00", 10)]
    [InlineData("2025-09-15T05:00", "2025-09-15T20:30", 0)]
    [InlineData("2025-09-14T20:30", "2025-09-14T21:30", 1)]
    public void Waiting_is_counted_in_days_of_the_calendar_in_Estonia(string from, string until, int days) =>
        Days.Between(Utc(from), Utc(until)).ShouldBe(days);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}

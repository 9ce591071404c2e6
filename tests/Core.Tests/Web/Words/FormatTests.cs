using System.Globalization;
using Loim.Web;

namespace Loim.Core.Tests.Web.Words;

public sealed class FormatTests
{
    [Theory]
    [InlineData("et", "1 285,60 €", "−52,30", "63,9 %", "teisipäev, 14.\u00a0oktoober 2025", "oktoober 2025", "10.30")]
    [InlineData("en", "1 285.60 €", "−52.30", "63.9%", "Tuesday, 14\u00a0October 2025", "October 2025", "10:30")]
    [InlineData("ru", "1 285,60 €", "−52,30", "63,9 %", "вторник, 14\u00a0октября 2025\u00a0г.", "октябрь 2025", "10:30")]
    [InlineData("uk", "1 285,60 €", "−52,30", "63,9 %", "вівторок, 14\u00a0жовтня 2025\u00a0р.", "жовтень 2025", "10:30")]
    public void Values_stand_as_people_of_the_language_write_them(string language, string money, string less, string share, string day, string month, string time)
    {
        var formats = new Formats(new CultureInfo(language));
        formats.Money(128560).ShouldBe(money.Replace(' ', '\u00a0'));
        formats.Amount(-5230).ShouldBe(less);
        formats.Percent(0.639).ShouldBe(share.Replace(' ', '\u00a0'));
        formats.LongDay(new(2025, 10, 14)).ShouldBe(day);
        formats.Month(new(2025, 10, 14)).ShouldBe(month);
        formats.Day(new(2025, 10, 4)).ShouldBe("04.10.2025");
        formats.Time(new DateTime(2025, 10, 14, 7, 30, 0, DateTimeKind.Utc)).ShouldBe(time, "summer time in Estonia");
        formats.Moment(new DateTime(2025, 12, 31, 22, 30, 0, DateTimeKind.Utc)).ShouldStartWith("01.01.2026\u00a0");
        formats.Number(1234567).ShouldBe("1\u00a0234\u00a0567");
    }
}

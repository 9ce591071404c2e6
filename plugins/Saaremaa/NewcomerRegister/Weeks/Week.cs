namespace Saaremaa.NewcomerRegister.Weeks;

/// <summary>Monday to Sunday.</summary>
/// <param name="Until">The next Monday.</param>
internal readonly record struct Week(DateOnly From, DateOnly Until)
{
    public static Week Of(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(7));
    }

    public DateOnly LastDay => Until.AddDays(-1);
    public Week Before => new(From.AddDays(-7), From);
}

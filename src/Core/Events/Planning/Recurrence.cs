using Loim.Web.Forms;

namespace Loim.Events.Planning;

/// <summary>The days of a series.</summary>
internal static class Recurrence
{
    public const int Most = 60;

    public static IReadOnlyList<DateOnly> Weekly(DateOnly first, int everyWeeks, int times) =>
        [.. Enumerable.Range(0, times).Select(i => first.AddDays(7 * everyWeeks * i))];

    /// <summary>Days as people list them: separated by commas, semicolons or lines.</summary>
    /// <returns>Null where one of them is no day.</returns>
    public static IReadOnlyList<DateOnly>? Listed(string? text)
    {
        var days = (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Typed.Day).ToList();
        return days.Contains(null) ? null : [.. days.Select(d => d!.Value).Distinct().Order()];
    }
}

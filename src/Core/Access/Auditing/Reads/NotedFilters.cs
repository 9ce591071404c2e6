using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Loim.Access.Auditing;

/// <summary>
/// What the audit keeps of a query: ids, small numbers, days, and what was chosen from a list. Whatever was typed freely may be
/// a name, a code or a telephone, and is left out.
/// </summary>
internal static partial class NotedFilters
{
    private sealed class Chosen : HashSet<string>;

    /// <summary>A filter says that this value of it is one of its choices.</summary>
    public static void Choice(HttpContext context, string name, string value)
    {
        if (context.Features.Get<Chosen>() is not { } chosen) { context.Features.Set(chosen = []); }
        chosen.Add($"{name}={value}");
    }

    /// <returns>Null where nothing was asked for.</returns>
    public static string? Of(HttpContext context)
    {
        if (!context.Request.QueryString.HasValue) { return null; }
        var chosen = context.Features.Get<Chosen>();
        var kept = new StringBuilder();
        foreach (var (name, value) in context.Request.Query)
        {
            if (!Plain().IsMatch(name) || string.IsNullOrEmpty(value)) { continue; }
            var pair = $"{name}={value}";
            kept.Append(kept.Length == 0 ? "" : "&").Append(chosen?.Contains(pair) == true || Plain().IsMatch(value!) && IsMachine(value!) ? pair : $"{name}=…");
        }
        return kept.Length == 0 ? null : kept.ToString();
    }

    private static bool IsMachine(string value) => Guid.TryParse(value, out _) || Small().IsMatch(value);

    [GeneratedRegex(@"^[\w-]{1,40}\z")]
    private static partial Regex Plain();

    /// <summary>A number of four digits at most, a day, a month, a quarter.</summary>
    [GeneratedRegex(@"^(\d{1,4}|\d{4}-(Q[1-4]|\d\d(-\d\d)?))\z")]
    private static partial Regex Small();
}

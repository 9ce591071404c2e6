namespace Loim.Access;

/// <summary>Where a link leads back to: a page of this house and nowhere else. Browsers take <c>//host</c> and <c>/\host</c> for another's.</summary>
internal static class ReturnUrl
{
    public static string Of(string? url) => IsLocal(url) ? url! : "/";

    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(c => char.IsControl(c) || c == '\\');
}

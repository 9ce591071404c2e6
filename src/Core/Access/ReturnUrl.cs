namespace Loim.Access;

/// <summary>Where a link leads back to: a page of this house and nowhere else. Browsers take <c>//host</c> and <c>/\host</c> for another's,
/// overlook tabs and line ends, and shorten <c>/.//host</c>. Every link of the house is escaped; what is not cannot be a header.</summary>
internal static class ReturnUrl
{
    public static string Of(string? url) => OrNull(url) ?? "/";

    public static string? OrNull(string? url) =>
        url is ['/', ..] && !url.Split('?', '#')[0].Contains("//", StringComparison.Ordinal) && url.All(c => c is > ' ' and < '\x7F' and not '\\') ? url : null;
}

namespace Loim.Accounts.Sessions;

/// <summary>Where to go after signing in: a page of this house and nowhere else.</summary>
internal static class ReturnUrl
{
    public static string Of(string? url) => IsLocal(url) ? url! : "/";

    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(c => char.IsControl(c) || c == '\\');
}

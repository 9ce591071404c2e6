using System.Net.Mail;

namespace Loim.Web.Forms;

/// <summary>What a text must be for somebody to be reached by it.</summary>
internal enum Reach { Any, Email, Phone, EmailOrPhone }

internal static class Reaching
{
    public static bool Fits(this Reach reach, string text) => reach switch
    {
        Reach.Email => IsEmail(text),
        Reach.Phone => IsPhone(text),
        Reach.EmailOrPhone => IsEmail(text) || IsPhone(text),
        _ => true,
    };

    /// <summary>Of a server on the open net: there is a dot in its name.</summary>
    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Trim('.').Contains('.', StringComparison.Ordinal) && address.Host[0] != '.';

    private static bool IsPhone(string text) =>
        text.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '-' or '+') && text.LastIndexOf('+') <= 0 && text.Count(char.IsAsciiDigit) is >= 5 and <= 15;
}

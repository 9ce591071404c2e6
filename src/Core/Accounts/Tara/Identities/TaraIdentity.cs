using Loim.Data;

namespace Loim.Accounts.Tara.Identities;

/// <summary>
/// Who somebody is: issuer and subject together. The same digits from another country, or from TARA's test service, are somebody else.
/// </summary>
/// <param name="Subject">Country and code: <c>EE60001019906</c>.</param>
internal readonly record struct TaraIdentity(string Issuer, string Subject)
{
    public const int Longest = 256;

    /// <summary>A country prefix, no blanks, at most 256 characters; an Estonian code with its checksum and a day that exists.</summary>
    public static bool IsSubject(string? text) =>
        text is { Length: > 2 and <= Longest } && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1])
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && (!text.StartsWith("EE", StringComparison.Ordinal) || PersonalCode.TryParse(text[2..], out _));

    /// <summary>By which an account is found.</summary>
    public string Index(BlindIndex index) => index.Of(ToPlain());

    public Secret Seal() => Secret.Of(ToPlain());

    /// <summary>Enough of the code to compare with a document at hand.</summary>
    public static string Mask(string plain) => plain.Split('\n')[^1] is { Length: > 2 } subject ? subject[..2] + PersonalCode.Mask : "";

    public override string ToString() => "•••";

    private string ToPlain() => $"tara\n{Issuer}\n{Subject}";
}

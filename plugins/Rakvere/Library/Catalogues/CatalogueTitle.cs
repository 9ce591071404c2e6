using System.Xml.Linq;

namespace Rakvere.Library.Catalogues;

/// <summary>A title as the catalogue has it.</summary>
/// <param name="Origin">Author and year, as far as they are known.</param>
internal sealed record CatalogueTitle(string Number, string Name, string Origin)
{
    public const int Longest = 300;

    public static readonly XNamespace Marc = "http://www.loc.gov/MARC21/slim";

    /// <returns>Null where the record has no number or no title.</returns>
    public static CatalogueTitle? Of(XElement record)
    {
        var number = Control(record, "001");
        var name = Clean(string.Join(' ', Parts(record, "245", "a", "b")));
        var author = Clean(Parts(record, "100", "a").FirstOrDefault());
        var year = Parts(record, "264", "c").Concat(Parts(record, "260", "c")).Append(Control(record, "008").PadRight(11)[7..11])
            .Select(text => string.Concat(text.Where(char.IsAsciiDigit))).FirstOrDefault(digits => digits.Length == 4);
        return number.Length == 0 || name.Length == 0 ? null : new(number, name, string.Join(", ", new[] { author, year }.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static string Control(XElement record, string tag) =>
        record.Elements(Marc + "controlfield").FirstOrDefault(f => (string?)f.Attribute("tag") == tag)?.Value.Trim() is { } text ? Cut(text) : "";

    private static IEnumerable<string> Parts(XElement record, string tag, params string[] codes) =>
        record.Elements(Marc + "datafield").Where(f => (string?)f.Attribute("tag") == tag).Take(1)
            .SelectMany(f => f.Elements(Marc + "subfield").Where(s => codes.Contains((string?)s.Attribute("code"))).Select(s => s.Value));

    /// <summary>Cataloguers end a field with the sign that begins the next one.</summary>
    private static string Clean(string? text) => Cut((text ?? "").Trim().TrimEnd('/', ':', ';', ',', '=', ' '));

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;
}

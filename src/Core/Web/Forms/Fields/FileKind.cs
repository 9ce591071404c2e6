namespace Loim.Web.Forms;

/// <summary>What a file is, told by how it begins: neither its name nor what its sender says of it is believed.</summary>
internal static class FileKind
{
    /// <summary>So many bytes are looked at.</summary>
    public const int Beginning = 4096;

    public const string Text = "text/plain";

    private static readonly (string[] Endings, string Type, byte[] Mark)[] Known =
    [
        ([".pdf"], "application/pdf", "%PDF-"u8.ToArray()),
        ([".png"], "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ([".jpg", ".jpeg"], "image/jpeg", [0xFF, 0xD8, 0xFF]),
        ([".xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\x3\x4"u8.ToArray()),
        ([".xls"], "application/vnd.ms-excel", [0xD0, 0xCF, 0x11, 0xE0]),
        ([".csv", ".txt"], Text, []),
    ];

    /// <returns>Null when it is of no kind that is known.</returns>
    public static string? TypeOf(ReadOnlySpan<byte> beginning)
    {
        foreach (var (_, type, mark) in Known)
        {
            if (type == Text ? IsText(beginning) : beginning.StartsWith(mark)) { return type; }
        }
        return null;
    }

    /// <summary>Whether it is of one of the accepted kinds: a workbook may well be called <c>.csv</c>.</summary>
    /// <param name="accept">Endings; a kind that is not known here is its form's own matter.</param>
    public static bool Fits(string accept, ReadOnlySpan<byte> beginning)
    {
        var type = TypeOf(beginning);
        return Array.Exists(accept.Split(','), ending => Array.Find(Known, k => k.Endings.Contains(ending)).Type is not { } known || known == type);
    }

    private static bool IsText(ReadOnlySpan<byte> beginning) => beginning is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !beginning.Contains((byte)0);
}

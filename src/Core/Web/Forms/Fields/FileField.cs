using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Loim.Web.Forms;

/// <summary>A file: not too large, of an accepted kind by its name and by its content.</summary>
public sealed class FileField : Field
{
    private const int LongestName = 100;

    /// <summary>Names that Windows takes for devices, whatever their ending.</summary>
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    public long MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Endings that are taken: <c>.csv,.txt</c>. Empty takes any.</summary>
    public string Accept { get; init; } = "";

    public IFormFile? Value { get; private set; }

    /// <summary>What its sender calls it, fit to be kept and shown: no folder, nothing unseen, not too long. Never a path to write to.</summary>
    public string FileName => Bare(Value?.FileName ?? "");

    /// <summary>All of it.</summary>
    public async Task<byte[]> Read()
    {
        using var bytes = new MemoryStream();
        if (Value is not null) { await Value.CopyToAsync(bytes); }
        return bytes.ToArray();
    }

    internal override bool IsFile => true;

    internal override void Fill(IFormCollection form) => Value = form.Files.GetFile(Name);

    private protected override string? Read(Wording words)
    {
        if (Value is null or { Length: 0 }) { return Required ? words["field.file"] : null; }
        if (Value.Length > MaxBytes) { return words["field.file-size", Formats.Current.Number((MaxBytes + 1023) / 1024)]; }
        if (Accept.Length == 0) { return null; }
        if (!Accept.Split(',').Contains(Path.GetExtension(FileName), StringComparer.OrdinalIgnoreCase)) { return words["field.file-kind", Accept]; }
        return FileKind.Fits(Accept, Beginning(Value)) ? null : words["field.file-content", Accept];
    }

    private static byte[] Beginning(IFormFile file)
    {
        using var stream = file.OpenReadStream();
        var bytes = new byte[Math.Min(FileKind.Beginning, file.Length)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static string Bare(string name)
    {
        var bare = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(IsSeen)).Trim(' ', '.');
        if (bare.Length == 0) { return "-"; }
        if (Devices.Contains(bare.Split('.')[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' '), StringComparer.OrdinalIgnoreCase)) { bare = "_" + bare; }
        return bare.Length > LongestName ? bare[^LongestName..] : bare;
    }

    /// <summary>Marks that turn the direction of writing hide what a name ends in.</summary>
    private static bool IsSeen(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}

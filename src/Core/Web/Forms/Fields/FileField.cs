using Microsoft.AspNetCore.Http;

namespace Loim.Web.Forms;

/// <summary>A file. Its name is what the sender says and must not become a path.</summary>
public sealed class FileField : Field
{
    public long MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Endings that are taken: <c>.csv,.txt</c>. Empty takes any.</summary>
    public string Accept { get; init; } = "";

    public IFormFile? Value { get; private set; }

    internal override bool IsFile => true;

    internal override void Fill(IFormCollection form) => Value = form.Files.GetFile(Name);

    private protected override string? Read(Wording words)
    {
        if (Value is null or { Length: 0 }) { return Required ? words["field.file"] : null; }
        if (Value.Length > MaxBytes) { return words["field.file-size", Formats.Current.Number((MaxBytes + 1023) / 1024)]; }
        return Accept.Length == 0 || Accept.Split(',').Contains(Path.GetExtension(Value.FileName), StringComparer.OrdinalIgnoreCase)
            ? null
            : words["field.file-kind", Accept];
    }
}

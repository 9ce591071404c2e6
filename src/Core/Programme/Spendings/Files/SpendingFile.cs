namespace Loim.Programme.Spendings.Files;

/// <summary>The document behind a spending: an invoice, an order, a contract. It lies in the database, and so in every backup.</summary>
internal sealed class SpendingFile
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const string Accept = ".pdf,.png,.jpg,.jpeg";

    private static readonly (string Type, byte[] Beginning)[] Known =
    [
        ("application/pdf", "%PDF-"u8.ToArray()),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    private SpendingFile() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SpendingId { get; private init; }

    /// <summary>As its sender named it, without a path.</summary>
    public string Name { get; private init; } = "";

    /// <summary>By what the file begins with, never by what its sender says.</summary>
    public string Type { get; private init; } = "";
    public int Size { get; private init; }
    public byte[] Content { get; private init; } = [];
    public Guid By { get; private init; }
    public DateTime At { get; private init; }

    /// <summary>Attached by mistake: no longer shown or given out; can be taken back.</summary>
    public bool IsRemoved { get; set; }

    /// <returns>Null when it is none of the kinds that are taken, or too large.</returns>
    public static SpendingFile? Of(Guid spending, string name, byte[] content, Guid by, DateTime at)
    {
        var type = Known.FirstOrDefault(k => content.AsSpan().StartsWith(k.Beginning)).Type;
        if (type is null || content.Length > MaxBytes) { return null; }
        var bare = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c)));
        return new() { SpendingId = spending, Name = bare.Length > 100 ? bare[^100..] : bare, Type = type, Size = content.Length, Content = content, By = by, At = at };
    }
}

using Loim.Web.Forms;

namespace Loim.Programme.Spendings.Files;

/// <summary>The document behind a spending: an invoice, an order, a contract. It lies in the database, and so in every backup.</summary>
internal sealed class SpendingFile
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const string Accept = ".pdf,.png,.jpg,.jpeg";

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

    /// <summary>The same document behind another record of the same spending; who attached it, and when, stays.</summary>
    public SpendingFile For(Guid spending) =>
        new() { SpendingId = spending, Name = Name, Type = Type, Size = Size, Content = Content, By = By, At = At };

    /// <exception cref="ArgumentException">It is none of the kinds that the form takes, or too large.</exception>
    public static SpendingFile Of(Guid spending, string name, byte[] content, Guid by, DateTime at) =>
        FileKind.Fits(Accept, content) && content.Length <= MaxBytes
            ? new() { SpendingId = spending, Name = name, Type = FileKind.TypeOf(content)!, Size = content.Length, Content = content, By = by, At = at }
            : throw new ArgumentException("Not a document.", nameof(content));
}

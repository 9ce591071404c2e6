using System.Text;

namespace Loim.Access.Auditing;

/// <summary>A text file outside of the database, oldest line first; only added to, and on the disk before it counts. Its folder may lie on another machine.</summary>
internal sealed class AddedLines(string file)
{
    public IReadOnlyList<string> Read()
    {
        if (!File.Exists(file)) { return []; }
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Lines(Whole(stream));
    }

    /// <summary>Adds what is made of those that are there, if anything; nobody adds another meanwhile.</summary>
    public void Add(Func<IReadOnlyList<string>, string?> next)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var whole = Whole(stream);
        if (next(Lines(whole)) is not { } made) { return; }
        stream.SetLength(whole.Length);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.ASCII.GetBytes(made + "\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>A power cut may leave half a line, of which nobody was told yet.</summary>
    private static string Whole(FileStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)];
    }

    private static string[] Lines(string whole) => whole.Split('\n')[..^1];
}

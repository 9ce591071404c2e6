using System.Text;

namespace Loim.Access.Auditing;

/// <summary>The checkpoints of a house, oldest first, a line each; only added to. Its folder may lie on another machine.</summary>
internal sealed class CheckpointFile(string folder)
{
    public const string Key = "audit-1.pub";

    public string Path { get; } = System.IO.Path.Combine(folder, "audit.checkpoints");

    /// <summary>Throws <see cref="InvalidDataException"/> on a line that is none.</summary>
    public IReadOnlyList<Checkpoint> Read()
    {
        if (!File.Exists(Path)) { return []; }
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Parse(Whole(stream));
    }

    /// <summary>Adds the next one, if there is any; nobody adds another meanwhile.</summary>
    public Checkpoint? Add(Func<Checkpoint?, Checkpoint?> next, string publicKey)
    {
        Directory.CreateDirectory(folder);
        var key = System.IO.Path.Combine(folder, Key);
        if (!File.Exists(key)) { File.WriteAllText(key, publicKey); }
        using var stream = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var whole = Whole(stream);
        if (next(Parse(whole).LastOrDefault()) is not { } made) { return null; }
        stream.SetLength(whole.Length);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.ASCII.GetBytes(made.Line + "\n"));
        stream.Flush(flushToDisk: true);
        return made;
    }

    /// <summary>An older database was put back: what was signed of later rows is kept aside, and the house goes on from the older ones.</summary>
    public void GoBackTo(long rows, string aside)
    {
        var all = Read();
        if (!all.Any(c => c.Rows > rows)) { return; }
        File.Move(Path, aside);
        File.WriteAllLines(Path, all.Where(c => c.Rows <= rows).Select(c => c.Line));
    }

    /// <summary>A power cut may leave half a line, of which nobody was told yet.</summary>
    private static string Whole(FileStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)];
    }

    private List<Checkpoint> Parse(string text) =>
        [.. text.Split('\n')[..^1].Select((line, i) => Checkpoint.Parse(line) ?? throw new InvalidDataException($"{Path}: line {i + 1} is not a checkpoint."))];
}

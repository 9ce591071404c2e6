namespace Loim.Access.Auditing;

/// <summary>The checkpoints of a house, oldest first, a line each; only added to. Its folder may lie on another machine.</summary>
internal sealed class CheckpointFile(string folder)
{
    public const string Key = "audit-1.pub";

    private readonly AddedLines lines = new(PathIn(folder));

    public string Folder => folder;
    public string Path => PathIn(folder);

    /// <summary>Throws <see cref="InvalidDataException"/> on a line that is none.</summary>
    public IReadOnlyList<Checkpoint> Read() => Parse(lines.Read());

    /// <summary>Adds the next one, if there is any; nobody adds another meanwhile.</summary>
    public Checkpoint? Add(Func<Checkpoint?, Checkpoint?> next, string publicKey)
    {
        Directory.CreateDirectory(folder);
        var key = System.IO.Path.Combine(folder, Key);
        if (!File.Exists(key)) { File.WriteAllText(key, publicKey); }
        Checkpoint? made = null;
        lines.Add(all => (made = next(Parse(all).LastOrDefault()))?.Line);
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

    private static string PathIn(string folder) => System.IO.Path.Combine(folder, "audit.checkpoints");

    private List<Checkpoint> Parse(IEnumerable<string> all) =>
        [.. all.Select((line, i) => Checkpoint.Parse(line) ?? throw new InvalidDataException($"{Path}: line {i + 1} is not a checkpoint."))];
}

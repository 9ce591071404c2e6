using System.CommandLine;
using System.Globalization;
using System.Text;
using Loim.Modules;
using Loim.Programme.Quarters.InterimReports;

namespace Loim.Programme.Quarters.Files;

/// <summary><c>report verify FILE</c>: whether a file is, letter by letter, what was submitted, and whether the records still say so.</summary>
internal sealed class VerifyReportVerb(InterimReportBook book, QuarterReports reports) : IVerb
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "A submitted version, as it was downloaded from the quarter's page." };

    public static VerbLine Line { get; } = new(["report", "verify"], "Verifies a submitted report: its text, its signature, and what has changed since.", File);

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        var bytes = await Read(line.GetValue(File)!, ct);
        var said = QuarterStatement.Read(Encoding.UTF8.GetString(bytes));
        if (!Period.TryParse(said?.Quarter, out var quarter)) { throw new Refusal($"{line.GetValue(File)!.Name} is no longer the text of a quarterly report: at least one byte of it was changed."); }
        var versions = await book.Of(quarter.From);
        var text = Encoding.UTF8.GetString(bytes);
        var version = versions.FirstOrDefault(v => v.Hash == InterimReport.HashOf(text)) ?? versions.FirstOrDefault() ?? throw new Refusal($"{quarter} was never submitted in this house.");
        if (FirstDifference(bytes, Encoding.UTF8.GetBytes(version.Content)) is { } at) { throw new Refusal(Changed(at, bytes, version)); }
        if (!book.Holds(version)) { throw new Refusal($"Version {version.Version} of {quarter}: hash or signature do not hold. What is stored is not what was submitted."); }
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"All is right: version {version.Version} of {quarter}, submitted {version.At:yyyy-MM-dd HH:mm:ss} UTC, SHA-256 {version.Hash}."));
        var since = await reports.Of(quarter.ToString()) is { } report ? book.Since(version, report).Count : 0;
        await output.WriteLineAsync(since == 0 ? "The records say the same today." : $"Differences from the records of today: {since}. The quarter's page names them.");
        return 0;
    }

    private static async Task<byte[]> Read(FileInfo file, CancellationToken ct)
    {
        try { return await System.IO.File.ReadAllBytesAsync(file.FullName, ct); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new Refusal(e.Message); }
    }

    /// <returns>Null where there is none.</returns>
    private static int? FirstDifference(byte[] file, byte[] stored) =>
        file.AsSpan().CommonPrefixLength(stored) is var same && same == file.Length && same == stored.Length ? null : same;

    /// <summary>The version whose own hash holds is right; the other one was changed.</summary>
    private static string Changed(int at, byte[] file, InterimReport version)
    {
        var (line, isStoredRight) = (1 + file.AsSpan(0, at).Count((byte)'\n'), InterimReport.HashOf(version.Content) == version.Hash);
        return $"Byte {at + 1} (line {line}) of the file is not that of version {version.Version}: {(isStoredRight ? "the file was changed" : "what is stored was changed")}.";
    }
}

using System.Globalization;
using Loim.Access.Auditing;
using Loim.Modules;

namespace Loim.DataProtection.Rights.Forgetting;

/// <summary>Who was forgotten, told outside of the database: an older copy that is put back would bring them back. Bare ids, a signed
/// line each, so that nobody is forgotten because of a line that somebody else wrote.</summary>
/// <remarks>Source: GDPR articles 17 and 32.</remarks>
[Singleton]
internal sealed class ErasureLedger(CheckpointKeeper checkpoints, AuditKey key, FaultLog faults)
{
    private readonly AddedLines lines = new(Path.Combine(checkpoints.Folder, "erasures"));

    /// <summary>Once. Where it cannot be told now, the daily round tells it later.</summary>
    public void Tell(Erasure erasure)
    {
        var entry = new ErasureEntry(erasure.Id, erasure.PersonId, erasure.At, erasure.IsUnlawful);
        try { lines.Add(all => all.Any(l => l.StartsWith($"{entry} ", StringComparison.Ordinal)) ? null : $"{entry} {key.SignatureOf(entry.Statement)}"); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { Fault(e); }
    }

    /// <summary>What this house told; a line of anybody else is named among the faults.</summary>
    public IReadOnlyList<ErasureEntry> Read()
    {
        var told = new List<ErasureEntry>();
        foreach (var (i, line) in lines.Read().Index())
        {
            if (ErasureEntry.Parse(line[..Math.Max(0, line.LastIndexOf(' '))]) is { } entry && key.HasSigned(entry.Statement, line[(line.LastIndexOf(' ') + 1)..])) { told.Add(entry); }
            else { Fault(new InvalidDataException($"erasures: line {i + 1} was not signed by this house.")); }
        }
        return told;
    }

    private void Fault(Exception e) => faults.Add("data-protection", "erasures", e);
}

internal sealed record ErasureEntry(Guid Id, Guid Person, DateTime At, bool IsUnlawful)
{
    private const string Unlawful = "unlawful", Lawful = "lawful";

    /// <summary>What is signed.</summary>
    public string Statement => $"loim-erasure {this}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Person} {At:O} {(IsUnlawful ? Unlawful : Lawful)}");

    /// <returns>Null for a text that is none.</returns>
    public static ErasureEntry? Parse(string text) =>
        text.Split(' ') is [var id, var person, var at, Unlawful or Lawful] && Guid.TryParse(id, out var erasure) && Guid.TryParse(person, out var whom)
        && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? new(erasure, whom, moment, text.EndsWith(' ' + Unlawful, StringComparison.Ordinal)) : null;
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Loim.Access.Auditing;

/// <param name="Rows">How many rows hold, from the first on.</param>
/// <param name="Vouched">How many of them a checkpoint vouches for.</param>
/// <param name="Erased">Rows whose detail was erased.</param>
/// <param name="Wrong">What is wrong, the first bad entry first, in sentences. Empty: all is right.</param>
internal sealed record Verdict(long Rows, long Vouched, long Erased, DateTime? VouchedAt, IReadOnlyList<string> Wrong);

/// <summary>Reads an audit from its first row and compares it with itself and with the checkpoints. Writes nothing.</summary>
/// <param name="signed">Whether the house has signed this.</param>
/// <param name="whole">False for a backup, which ends before the newest checkpoints.</param>
internal sealed class AuditVerifier(IReadOnlyList<Checkpoint> checkpoints, Func<Checkpoint, bool> signed, bool whole = true)
{
    private readonly ILookup<long, Checkpoint> byRows = checkpoints.ToLookup(c => c.Rows);
    private readonly Dictionary<long, string> said = [];
    private long rows, vouched, erased;
    private string hash = AuditChain.Beginning;

    /// <param name="checkpointsNow">The checkpoints again: meanwhile there may be more, and the audit says so.</param>
    public Verdict Verify(AuditRows audit, Func<IReadOnlyList<Checkpoint>> checkpointsNow)
    {
        List<string> wrong = [.. OfFile()];
        var broken = Walk(audit);
        if (broken is not null) { wrong.Insert(0, broken); }
        else
        {
            wrong.AddRange(OfEnd());
            wrong.AddRange(OfMissing(checkpointsNow()));
        }
        var last = checkpoints.LastOrDefault(c => c.Rows == vouched);
        return new(rows, vouched, erased, last?.At, wrong);
    }

    private IEnumerable<string> OfFile()
    {
        for (var i = 0; i < checkpoints.Count; i++)
        {
            var checkpoint = checkpoints[i];
            if (!signed(checkpoint)) { yield return $"Checkpoint {checkpoint.Number} (line {i + 1}): its signature is wrong; it was changed, or another key signed it."; yield break; }
            if (checkpoint.Number != i + 1) { yield return $"Checkpoint {i + 1} is missing: line {i + 1} holds number {checkpoint.Number}."; yield break; }
        }
    }

    /// <returns>What is wrong with the first row that does not hold.</returns>
    private string? Walk(AuditRows audit)
    {
        foreach (var row in audit.From(1))
        {
            if (row.Number != rows + 1) { return AuditFault.OfNumber(rows + 1, row.Number); }
            var next = AuditChain.Next(hash, row.Covered);
            if (next != row.Hash) { return AuditFault.OfHash(audit, row, audit.HashOf(rows - 1), hash); }
            if (!row.DetailHolds) { return $"Row {row.Number}: its detail was changed."; }
            (rows, hash) = (row.Number, next);
            erased += row.IsErased ? 1 : 0;
            if (row.IsCheckpoint) { said[row.Number] = row.What; }
            foreach (var checkpoint in byRows[rows].Where(signed))
            {
                if (checkpoint.Hash != hash) { return $"Rows {vouched + 1} to {rows} are not those that checkpoint {checkpoint.Number} was signed over on {Moment(checkpoint.At)}: at least one was rewritten."; }
                vouched = rows;
            }
        }
        return null;
    }

    private IEnumerable<string> OfEnd()
    {
        if (whole && checkpoints.FirstOrDefault(c => c.Rows > rows && signed(c)) is { } beyond)
        {
            yield return $"Rows {rows + 1} to {beyond.Rows} are missing: the end was cut off. Checkpoint {beyond.Number} was signed over {beyond.Rows} rows on {Moment(beyond.At)}.";
        }
        if (rows > 0 && checkpoints.Count == 0) { yield return $"There is no checkpoint: nothing outside of the database vouches for its {rows} rows."; }
    }

    private IEnumerable<string> OfMissing(IReadOnlyList<Checkpoint> now)
    {
        var there = now.Select(CheckpointKeeper.Said).ToHashSet();
        return said.Where(s => !there.Contains(s.Value)).Take(1).Select(s => $"Row {s.Key} says that there was a checkpoint ({s.Value}), but it is not among the checkpoints: it was removed, or an older file was put in its place.");
    }

    private static string Moment(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

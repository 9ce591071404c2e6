using Loim.Data;

namespace Loim.Access.Auditing;

/// <summary>
/// Says outside of the database how the audit stands, signed; and in the audit that it was said, so that a checkpoint that is
/// taken away is missed. Where nothing was added since, it does nothing.
/// </summary>
internal sealed class CheckpointKeeper(AuditLog audit, CheckpointFile file, AuditKey key, TimeProvider time)
{
    public const string Action = "checkpoint";

    /// <summary>Outside of the database: no restore touches what is said here.</summary>
    public string Folder => file.Folder;

    public async Task Keep(CancellationToken ct)
    {
        if (file.Add(Next, key.PublicPem) is not { } made) { return; }
        await audit.Note([new AuditEntry { Account = Guid.Empty, Who = Viewer.House.Name, Action = Action, Page = "job", What = Said(made) }], ct);
    }

    /// <summary>By this the audit remembers it.</summary>
    public static string Said(Checkpoint made) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{made.Number} of {made.Rows} rows");

    private Checkpoint? Next(Checkpoint? last)
    {
        var (rows, hash) = audit.Head();
        if (last is not null && rows < last.Rows) { throw new InvalidDataException($"The audit has {rows} rows, and checkpoint {last.Number} was signed over {last.Rows}."); }
        // The row that says that there was a checkpoint is no reason for another.
        return rows <= (last is null ? 0 : last.Rows + 1) ? null : key.Sign(new((last?.Number ?? 0) + 1, time.GetUtcNow().UtcDateTime, rows, hash, ""));
    }
}

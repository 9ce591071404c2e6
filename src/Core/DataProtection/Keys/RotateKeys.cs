using System.CommandLine;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;

namespace Loim.DataProtection.Keys;

/// <summary><c>keys rotate</c>: a new key for sealed values, and everything sealed anew with it. Killed, it goes on where it was.</summary>
internal sealed class RotateKeys(Store store, Keyring keys, AuditLog audit, CurrentViewer current) : IVerb
{
    public static VerbLine Line { get; } = new(["keys", "rotate"], "Seals all encrypted values anew with a new key; run again after an interruption, it goes on.");

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        var rotation = new KeyRotation(store, keys);
        var before = rotation.Count();
        if (before.Older == 0) { keys.Add(); }
        await audit.Note([AuditEntry.By(current, "rotate", "command line: keys rotate") with { What = $"sealing key {keys.Current}" }], ct);
        await output.WriteLineAsync($"{(before.Older > 0 ? "Going on with" : "Made")} sealing-{keys.Current}.key.");
        var done = await rotation.Run(ct);
        var after = rotation.Count();
        await output.WriteLineAsync($"{done} values sealed anew. Sealed by an older key: {after.Older}. Unreadable: {after.Unreadable}.");
        if (after.Older == 0) { await output.WriteLineAsync("Copy the new key to where keys are kept. Older keys open nothing but older backups."); }
        return after.Older == 0 ? 0 : 1;
    }
}

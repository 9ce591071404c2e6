using System.CommandLine;
using System.Globalization;
using Loim.Access.Auditing;
using Loim.Host.Data;
using Loim.Modules;

namespace Loim.Host.Cli;

/// <summary>For those who distrust the house: reads the audit, recomputes it, compares it with what was signed. Starts no house and writes nothing.</summary>
internal static class VerifyVerb
{
    private static readonly Option<FileInfo?> Backup = new("--backup") { Description = "A backup to verify in place of the database." };
    private static readonly Option<string?> Checkpoints = new("--checkpoints") { Description = "Folder with a copy of the checkpoints, if not the house's own." };
    private static readonly Option<FileInfo?> Key = new("--key") { Description = "Public key as PEM, if not that of the house's keys." };

    public static Command Line()
    {
        var verify = new Command("verify-audit", "Verify that no row of the audit was changed, removed, put in or moved.") { Backup, Checkpoints, Key };
        verify.SetAction(line =>
        {
            var folder = new DataFolder(CommandLine.DataOf(line));
            using var key = AuditKey.Read(line.GetValue(Key)?.FullName ?? Known(AuditKey.FileIn(folder.Keys)));
            var backup = line.GetValue(Backup)?.FullName;
            var verdict = Verify(backup ?? folder.Database, new CheckpointFile(line.GetValue(Checkpoints) ?? folder.Checkpoints), key, whole: backup is null);
            Say(verdict);
            return verdict.Wrong.Count == 0 ? 0 : 1;
        });
        return verify;
    }

    private static Verdict Verify(string database, CheckpointFile file, AuditKey key, bool whole)
    {
        // Before the rows, so that the house may go on signing meanwhile.
        var checkpoints = file.Read();
        using var connection = AuditFile.Open(database);
        using var moment = connection.BeginTransaction(deferred: true);
        return new AuditVerifier(checkpoints, key.HasSigned, whole).Verify(new AuditRows(connection), file.Read);
    }

    private static void Say(Verdict verdict)
    {
        foreach (var sentence in verdict.Wrong) { Console.WriteLine(sentence); }
        var vouched = verdict.VouchedAt is { } at ? $" Checkpoints vouch for the first {verdict.Vouched}, as of {at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC." : "";
        var erased = verdict.Erased > 0 ? $" The details of {verdict.Erased} were erased." : "";
        Console.WriteLine($"{(verdict.Wrong.Count == 0 ? "All is right." : "Not all is right.")} {verdict.Rows} rows hold.{vouched}{erased}");
    }

    private static string Known(string file) => File.Exists(file) ? file : throw new Refusal($"There is no key {file}: name the house's public key by --key.");
}

using System.Security.Cryptography;
using System.Text;

namespace Loim.Access.Auditing;

/// <summary>Signs checkpoints, reports that were submitted, and erasures: ECDSA on P-256 with SHA-256. The private key lies with the other keys,
/// outside of the database; the public one is enough to verify. Each kind of statement begins with its own word.</summary>
internal sealed class AuditKey : IDisposable
{
    private readonly ECDsa key;

    private AuditKey(ECDsa key) => this.key = key;

    public static string FileIn(string keys) => Path.Combine(keys, "audit-1.pem");

    /// <summary>The house's own; made where there is none yet.</summary>
    public static AuditKey Of(string keys)
    {
        var file = FileIn(keys);
        if (File.Exists(file)) { return Read(file); }
        Directory.CreateDirectory(keys);
        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
        using (var stream = new FileStream(file, options)) { stream.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem())); }
        return new AuditKey(made);
    }

    /// <param name="file">A private or a public key as PEM.</param>
    public static AuditKey Read(string file)
    {
        var key = ECDsa.Create();
        try { key.ImportFromPem(File.ReadAllText(file)); }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException($"{file} is not a key: {e.Message}", e);
        }
        return new AuditKey(key);
    }

    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    public Checkpoint Sign(Checkpoint unsigned) => unsigned with { Signature = SignatureOf(unsigned.Statement) };

    public bool HasSigned(Checkpoint checkpoint) => HasSigned(checkpoint.Statement, checkpoint.Signature);

    public string SignatureOf(string statement)
    {
        lock (key) { return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256)); }
    }

    public bool HasSigned(string statement, string signature)
    {
        var bytes = new byte[64];
        if (!Convert.TryFromBase64String(signature, bytes, out var length)) { return false; }
        lock (key) { return key.VerifyData(Encoding.UTF8.GetBytes(statement), bytes.AsSpan(0, length), HashAlgorithmName.SHA256); }
    }

    public void Dispose() => key.Dispose();
}

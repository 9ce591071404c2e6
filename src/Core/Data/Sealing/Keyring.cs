using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Loim.Data;

/// <summary>
/// Keys of the sealed values, a file each, in a folder outside of the database: <c>sealing-1.key</c>, <c>sealing-2.key</c> … The newest
/// seals, each opens what it sealed. A key that another process has made is taken up at the next sealing, so rotation needs no restart.
/// </summary>
internal sealed class Keyring
{
    private const int Nonce = 12, Tag = 16;
    private readonly ConcurrentDictionary<int, byte[]> sealing = [];
    private readonly string folder;
    private readonly byte[] index;
    private volatile int current = 1;

    public Keyring(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        index = ReadOrCreate(Path.Combine(folder, "index-1.key"));
        if (!Numbers().Any()) { ReadOrCreate(FileOf(1)); }
        current = Numbers().Max();
    }

    /// <summary>The key that seals now.</summary>
    public int Current
    {
        get
        {
            while (File.Exists(FileOf(current + 1))) { current++; }
            return current;
        }
    }

    /// <summary>Makes the next key; it seals from now on, here and in every process on these data.</summary>
    public int Add()
    {
        ReadOrCreate(FileOf(Current + 1));
        return Current;
    }

    public string Seal(string plain, string place)
    {
        var (key, text) = (Current, Encoding.UTF8.GetBytes(plain));
        var sealedBytes = new byte[Nonce + text.Length + Tag];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(KeyOf(key)!, Tag);
        aes.Encrypt(sealedBytes.AsSpan(0, Nonce), text, sealedBytes.AsSpan(Nonce, text.Length), sealedBytes.AsSpan(Nonce + text.Length), Encoding.UTF8.GetBytes(place));
        return $"{key.ToString(CultureInfo.InvariantCulture)}:{Convert.ToBase64String(sealedBytes)}";
    }

    /// <returns>Null when the text was changed, belongs to another place, or its key is not here.</returns>
    public string? Open(string cipher, string place)
    {
        try
        {
            if (NumberOf(cipher) is not { } number || KeyOf(number) is not { } key) { return null; }
            var bytes = Convert.FromBase64String(cipher[(cipher.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var plain = new byte[bytes.Length - Nonce - Tag];
            using var aes = new AesGcm(key, Tag);
            aes.Decrypt(bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce, plain.Length), bytes.AsSpan(Nonce + plain.Length), plain, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <returns>The key that sealed it, or null when it does not look sealed.</returns>
    public static int? NumberOf(string cipher) =>
        int.TryParse(cipher.AsSpan(0, Math.Max(0, cipher.IndexOf(':', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string Index(string value) => Convert.ToHexString(HMACSHA256.HashData(index, Encoding.UTF8.GetBytes(value)));

    private byte[]? KeyOf(int number)
    {
        if (sealing.TryGetValue(number, out var known)) { return known; }
        return File.Exists(FileOf(number)) ? sealing.GetOrAdd(number, _ => File.ReadAllBytes(FileOf(number))) : null;
    }

    private string FileOf(int number) => Path.Combine(folder, $"sealing-{number.ToString(CultureInfo.InvariantCulture)}.key");

    private IEnumerable<int> Numbers() => Directory.EnumerateFiles(folder, "sealing-*.key")
        .Select(f => int.TryParse(Path.GetFileNameWithoutExtension(f)["sealing-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0);

    /// <summary>Whole or not at all, and durable before anything is sealed with it.</summary>
    private static byte[] ReadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
            var partial = $"{file}.{Guid.NewGuid():N}";
            using (var stream = new FileStream(partial, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(32));
                stream.Flush(flushToDisk: true);
            }
            try { File.Move(partial, file, overwrite: false); }
            catch (IOException) when (File.Exists(file)) { File.Delete(partial); }
        }
        return File.ReadAllBytes(file);
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loim.Data;

/// <summary>Keys of the sealed values. They live outside the database, in a folder of their own.</summary>
internal sealed class Keyring
{
    private readonly byte[] sealing;
    private readonly byte[] index;

    public Keyring(string folder)
    {
        Directory.CreateDirectory(folder);
        sealing = ReadOrCreate(Path.Combine(folder, "sealing-1.key"));
        index = ReadOrCreate(Path.Combine(folder, "index-1.key"));
    }

    public string Seal(string plain, string place)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var sealedBytes = new byte[12 + text.Length + 16];
        var nonce = sealedBytes.AsSpan(0, 12);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(sealing, 16);
        aes.Encrypt(nonce, text, sealedBytes.AsSpan(12, text.Length), sealedBytes.AsSpan(12 + text.Length), Encoding.UTF8.GetBytes(place));
        return "1:" + Convert.ToBase64String(sealedBytes);
    }

    /// <returns>Null when the text was changed, or belongs to another place.</returns>
    public string? Open(string cipher, string place)
    {
        try
        {
            var bytes = Convert.FromBase64String(cipher[2..]);
            var plain = new byte[bytes.Length - 28];
            using var aes = new AesGcm(sealing, 16);
            aes.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(12, plain.Length), bytes.AsSpan(12 + plain.Length), plain, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    public string Index(string value) => Convert.ToHexString(HMACSHA256.HashData(index, Encoding.UTF8.GetBytes(value)));

    private static byte[] ReadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(32));
        }
        return File.ReadAllBytes(file);
    }
}

/// <summary>The blind index of secrets: equal texts, equal index, and nothing else can be learnt from it.</summary>
public sealed class BlindIndex
{
    private readonly Keyring keys;

    internal BlindIndex(Keyring keys) => this.keys = keys;

    /// <summary>For a column beside the <see cref="Secret"/>, to find it by its exact value.</summary>
    public string Of(string value) => keys.Index(value);
}

/// <summary>What happens to sealed values on their way to the database.</summary>
public static class Sealing
{
    private const string FoldSources = "Loim:Fold";

    /// <summary>Keeps the shadow column <c>fold</c>: the values in one line, without case and marks, for search and order.
    /// Order by it and then by the id: the index holds both, and a page of a long list is read from it.</summary>
    public static EntityTypeBuilder<T> HasFold<T>(this EntityTypeBuilder<T> entity, params string[] properties) where T : class
    {
        entity.Property<string>("fold").IsRequired();
        entity.HasIndex("fold", "Id");
        entity.Metadata.SetAnnotation(FoldSources, properties);
        return entity;
    }

    internal static bool IsSealed(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(Secret) || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sealed<>);
    }

    internal static string PlaceOf(IReadOnlyProperty property, Guid row) =>
        $"{property.DeclaringType.ContainingEntityType.GetTableName()}|{property.Name}|{row:N}";

    internal static void BeforeSave(ChangeTracker tracker, Keyring keys)
    {
        foreach (var entry in tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is Secret { Plain: { } plain })
                {
                    property.CurrentValue = Secret.FromCipher(keys.Seal(plain, PlaceOf(property.Metadata, (Guid)entry.Property("Id").CurrentValue!)));
                }
            }
            if (entry.Metadata.FindAnnotation(FoldSources)?.Value is string[] sources)
            {
                var texts = sources.Select(s => entry.Property(s).CurrentValue is Sealed<string> value ? value.Value : entry.Property(s).CurrentValue as string);
                entry.Property("fold").CurrentValue = Fold.Document(texts);
            }
        }
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using Loim.Data;

namespace Loim.Letters.Links;

/// <summary>What stands in a personal link: the link's id, and a signature over it and its purpose. A forged one costs no query.</summary>
internal readonly record struct LinkToken(Guid Id)
{
    private const int Signed = 16;

    public string Write(string purpose, BlindIndex index) => Base64Url.EncodeToString([.. Id.ToByteArray(), .. Signature(purpose, index)]);

    public static LinkToken? Read(string? token, string purpose, BlindIndex index)
    {
        var bytes = new byte[64];
        if (token is null || token.Length > 64 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != 16 + Signed) { return null; }
        var read = new LinkToken(new Guid(bytes.AsSpan(0, 16)));
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(16, Signed), read.Signature(purpose, index)) ? read : null;
    }

    private byte[] Signature(string purpose, BlindIndex index) => Convert.FromHexString(index.Of($"personal link\n{purpose}\n{Id:N}")[..(2 * Signed)]);
}

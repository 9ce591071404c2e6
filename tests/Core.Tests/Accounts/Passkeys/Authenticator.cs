using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Loim.Core.Tests.Accounts.Passkeys;

/// <summary>A device with one key and the browser around it, which say what a test makes them say.</summary>
internal sealed class Authenticator(string origin) : IDisposable
{
    private ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; set; } = RandomNumberGenerator.GetBytes(16);
    public string? Handle { get; set; }
    public string Origin { get; set; } = origin;
    public string? Challenge { get; set; }
    public string? Domain { get; set; }
    public string? Type { get; set; }
    public bool IsFramed { get; set; }
    public bool IsPresent { get; set; } = true;
    public bool IsVerified { get; set; } = true;

    /// <summary>What it has counted; null: it does not count, as keys that are copied between devices do not.</summary>
    public uint? Count { get; set; }

    public void TakeAnotherKey() => key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Makes the key that the page asks for.</summary>
    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        Handle = asked.RootElement.GetProperty("user").GetProperty("id").GetString();
        var data = Data(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, 0x40);
        byte[] attested = [.. data, .. new byte[16], 0, (byte)Id.Length, .. Id, .. PublicKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)attested.Length, .. attested];
        return Answer(new { clientDataJSON = Base64(Client(asked, "webauthn.create")), attestationObject = Base64(attestation), transports = new[] { "internal" } });
    }

    /// <summary>Signs what the page asks.</summary>
    public string Sign(string options)
    {
        using var asked = JsonDocument.Parse(options);
        if (Count is not null) { Count++; }
        var (data, client) = (Data(asked.RootElement.GetProperty("rpId").GetString()!, 0), Client(asked, "webauthn.get"));
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Base64(client), authenticatorData = Base64(data), signature = Base64(signature), userHandle = Handle });
    }

    public void Dispose() => key.Dispose();

    private byte[] Client(JsonDocument asked, string type) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = Type ?? type, challenge = Challenge ?? asked.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = IsFramed,
    });

    private byte[] Data(string domain, int more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count ?? 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain ?? domain)), (byte)((IsPresent ? 1 : 0) | (IsVerified ? 4 : 0) | more), .. count];
    }

    /// <summary>COSE: an elliptic key of P-256 for ES256.</summary>
    public byte[] PublicKey()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private string Answer(object response) =>
        JsonSerializer.Serialize(new { id = Base64(Id), rawId = Base64(Id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response });

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Base64(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Loim.Web;

/// <summary>An embedded file whose address names its content, so that browsers keep it for ever.</summary>
internal sealed class Asset
{
    private readonly string type;
    private readonly byte[] plain;
    private readonly Lazy<byte[]> brotli;
    private readonly Lazy<byte[]> gzip;

    public Asset(string name, string type)
    {
        this.type = type;
        plain = Read(name);
        brotli = new(() => Packed(to => new BrotliStream(to, CompressionLevel.Optimal)));
        gzip = new(() => Packed(to => new GZipStream(to, CompressionLevel.Optimal)));
        Href = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexStringLower(SHA256.HashData(plain))[..16]}{Path.GetExtension(name)}";
    }

    public string Href { get; }

    public string Text => Encoding.UTF8.GetString(plain);

    public async Task Send(HttpContext context)
    {
        var (encoding, bytes) = Best(context.Request.Headers.AcceptEncoding.ToString());
        var response = context.Response;
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) { response.Headers.ContentEncoding = encoding; }
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private (string? Encoding, byte[] Bytes) Best(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? ("br", brotli.Value)
        : accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", gzip.Value)
        : (null, plain);

    private byte[] Packed(Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) { stream.Write(plain); }
        return packed.ToArray();
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>All that a page needs besides itself.</summary>
internal sealed class Assets
{
    public Asset Style { get; } = new("loim.css", "text/css; charset=utf-8");
    public Asset Passkey { get; } = new("passkey.js", "text/javascript; charset=utf-8");
    public Asset Icon { get; } = new("loim.svg", "image/svg+xml");
}

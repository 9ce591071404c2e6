using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Parser;

namespace Loim.Core.Tests.Web;

/// <summary>Requests that are larger than any form or address of the house: each gets a page that says so, whoever sends it and wherever to,
/// and nothing of it is kept.</summary>
public sealed class SizeTests(WebHouse house) : IClassFixture<WebHouse>
{
    private const string Boundary = "multipart/form-data; boundary=x", Fields = "application/x-www-form-urlencoded";

    public static TheoryData<string, string, string?, string> Places => new()
    {
        { "et", "/samples/form", "samples.write", "Saadetu on liiga suur" }, { "en", "/samples/form", null, "What was sent is too large" },
        { "ru", "/no-such-page", "samples.write", "Отправлено слишком много" }, { "uk", "/accounts/sign-out", null, "Надіслано забагато" },
    };

    [Theory, MemberData(nameof(Places))]
    public async Task What_is_too_large_is_answered(string language, string address, string? permissions, string heading)
    {
        var fields = string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"f{i}=1"));
        foreach (var (type, body) in new[] { (Fields, fields), (Fields, new string('k', 3000) + "=1"), (Fields, "v=" + new string('v', 4 * 1024 * 1024 + 1)) })
        {
            await Answers(413, heading, Request("POST", address, language, permissions, $"Content-Type: {type}", body.Length) + body);
        }
        await Answers(413, heading, Request("POST", address, language, permissions, $"Content-Type: {Boundary}", 30_000_001));
        await Answers(414, heading, Request("GET", $"{address}?q={new string('q', 20_000)}", language, permissions));
        await Answers(431, heading, Request("GET", address, language, permissions, $"X-Long: {new string('h', 60_000)}"));
        house.House.Scalar<int>("SELECT count(*) FROM house_drafts").ShouldBe(0);
    }

    [Theory]
    [InlineData("multipart/form-data", "--x")]
    [InlineData(Boundary, "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nhalf")]
    public async Task What_is_no_form_is_answered(string type, string body)
    {
        foreach (var permissions in (string?[])["samples.write", null])
        {
            await Answers(400, "This request could not be understood", Request("POST", "/samples/form", "en", permissions, $"Content-Type: {type}", body.Length) + body);
        }
    }

    private async Task Answers(int status, string heading, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(house.Address.Host, house.Address.Port);
        await using var stream = client.GetStream();
        // The server may have answered and hung up before it has read all.
        try { await stream.WriteAsync(Encoding.UTF8.GetBytes(request)); }
        catch (IOException) { }
        using var answer = new MemoryStream();
        try { await stream.CopyToAsync(answer); }
        catch (IOException) when (answer.Length > 0) { }
        var text = Encoding.UTF8.GetString(answer.ToArray());
        text.ShouldStartWith($"HTTP/1.1 {status} ", customMessage: request[..60]);
        new HtmlParser().ParseDocument(text[text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)..]).QuerySelector("h1")!.TextContent.ShouldBe(heading);
    }

    private string Request(string method, string address, string language, string? permissions, string? header = null, int? length = null)
    {
        var lines = new[] { $"{method} {address} HTTP/1.1", $"Host: {house.Address.Authority}", "Connection: close", $"Accept-Language: {language}", permissions is null ? null : $"X-Viewer: {permissions}", header, length is null ? null : $"Content-Length: {length}" };
        return string.Join("\r\n", lines.OfType<string>()) + "\r\n\r\n";
    }
}

using System.CommandLine;
using System.Net;
using Loim.Access;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Loim.Programme.Quarters.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme.Quarters.InterimReports;

public sealed class VerifyReportTests(ProgrammeHouse house) : IClassFixture<ProgrammeHouse>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("loim-verified-");

    [Fact]
    public async Task A_changed_byte_is_named_in_the_file_and_in_what_is_stored()
    {
        using var browser = house.Open("en", "programme.read,programme.submit");
        using var sent = await browser.Post(await browser.Page("/programme/quarters/2025-Q3/submit"), "/programme/quarters/2025-Q3/submit", "submit");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var answer = await browser.Get("/programme/quarters/2025-Q3/versions/1/report.json");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("rakvere-2025-Q3-1.json");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        (await Verify(bytes)).ShouldStartWith("All is right: version 1 of 2025-Q3");

        var at = bytes.AsSpan().IndexOf("\"planned\": "u8) + "\"planned\": ".Length;
        byte[] changed = [.. bytes];
        changed[at] = (byte)(changed[at] == '9' ? '8' : '9');
        (await Should.ThrowAsync<Refusal>(() => Verify(changed))).Message.ShouldBe($"Byte {at + 1} (line 12) of the file is not that of version 1: the file was changed.");
        (await Should.ThrowAsync<Refusal>(() => Verify("{}"u8.ToArray()))).Message.ShouldContain("no longer the text");
        (await Should.ThrowAsync<Refusal>(() => Verify([.. bytes, (byte)' ']))).Message.ShouldStartWith($"Byte {bytes.Length + 1} ");

        house.House.Scalar<int>("UPDATE programme_interim_reports SET Content = replace(Content, '\"europeanShare\": 85', '\"europeanShare\": 86') WHERE Quarter = '2025-07-01' RETURNING 1");
        (await browser.Page("/programme/quarters/2025-Q3/versions/1")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("does not hold");
        (await Should.ThrowAsync<Refusal>(() => Verify(bytes))).Message.ShouldEndWith("what is stored was changed.");
        house.House.Scalar<int>("UPDATE programme_interim_reports SET Content = replace(Content, '\"europeanShare\": 86', '\"europeanShare\": 85'), At = '2025-09-14 06:00:00' WHERE Quarter = '2025-07-01' RETURNING 1");
        (await Should.ThrowAsync<Refusal>(() => Verify(bytes))).Message.ShouldContain("do not hold", customMessage: "another moment was not signed");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> Verify(byte[] bytes)
    {
        var file = Path.Combine(folder.FullName, "version.json");
        await File.WriteAllBytesAsync(file, bytes);
        var command = new RootCommand();
        foreach (var symbol in VerifyReportVerb.Line.Symbols) { command.Add((Argument)symbol); }
        using var said = new StringWriter();
        await house.InScope(async s =>
        {
            s.GetRequiredService<CurrentViewer>().Viewer = Viewer.House;
            await s.GetRequiredService<VerifyReportVerb>().Run(command.Parse([file]), said, CancellationToken.None);
        });
        return said.ToString();
    }
}

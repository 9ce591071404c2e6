using System.Net;
using System.Text;
using Loim.Host.Tests.Houses;

namespace Loim.Host.Tests.Traces;

/// <summary>A name that somebody searches for stands in the address of their own browser, and goes no further.</summary>
public sealed class SearchedNameTests : IDisposable
{
    private const string Name = "Kanaarinimi";
    private readonly TestFolders folders = new([], ["people", "programme", "cases"]);

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task It_is_in_no_log_in_no_file_and_told_to_no_other_house()
    {
        await using var host = await HostProcess.Start(folders, "--demo");
        await Look(host.Client, HttpStatusCode.OK);
        await host.Client.SignIn("Juhtumikorraldaja");
        await Look(host.Client, HttpStatusCode.OK);
        using var missing = await host.Client.Ask($"/no-such-page?q={Name}");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        new Database(folders.Data).Do("ALTER TABLE people_people RENAME TO people_gone");
        await Look(host.Client, HttpStatusCode.InternalServerError);
        await host.AskToEnd();
        await host.Ended();
        host.Said.ShouldContain("page /people", customMessage: "the log is listened to");
        host.Said.ShouldNotContain(Name);
        foreach (var file in Directory.EnumerateFiles(folders.Data, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            {
                bytes.AsSpan().IndexOf(encoding.GetBytes(Name)).ShouldBe(-1, $"{file} in {encoding.WebName}");
            }
        }
    }

    private static async Task Look(HttpClient client, HttpStatusCode expected)
    {
        using var answer = await client.Ask($"/people?q={Name}");
        answer.StatusCode.ShouldBe(expected);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }
}

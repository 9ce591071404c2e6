using System.Diagnostics;
using System.Text.Json;
using CsvHelper;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.DataProtection;

/// <summary>The register of processing as a file, read by two that share no code with its writer.</summary>
public sealed class RegisterFileTests(DeskHouse house) : IClassFixture<DeskHouse>
{
    private const string Reader = "import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''), delimiter=';'))))";

    [Fact]
    public async Task Others_read_in_it_what_the_page_shows()
    {
        using var officer = house.Open("en", "data-protection.read");
        var page = await officer.Page("/data-protection");
        using var answer = await officer.Get("/data-protection/register.csv");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        var rows = ByCsvHelper(bytes);
        rows[0].ShouldBe(["Module", "Data", "Properties", "Purpose", "Legal basis", "Class", "Encryption", "Given to", "Kept", "Ground of keeping"]);
        rows.ShouldAllBe(row => row.Length == 10 && row.All(cell => cell.Length > 0));
        rows.Skip(1).Select(row => row[0]).Distinct().ShouldBe(page.QuerySelectorAll("section.card h2").Select(h => h.TextContent));
        rows.Count(row => row[5] == "special category" && row[6] == "encrypted").ShouldBePositive();
        JsonSerializer.Deserialize<List<string[]>>(await ByPython(bytes)).ShouldBe(rows);
    }

    private static List<string[]> ByCsvHelper(byte[] bytes)
    {
        using var csv = CsvReader.Create(new StreamReader(new MemoryStream(bytes)), new CsvReaderOptions { Separator = ';', HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read()) { rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i))]); }
        return rows;
    }

    private static async Task<string> ByPython(byte[] bytes)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes);
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Reader, file]) { RedirectStandardOutput = true })!;
        var read = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        File.Delete(file);
        return read;
    }
}

using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Loim.Core.Tests.Web;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>What the house hands out as files, from every endpoint of every module and plugin: nothing in them is computed, nothing of them is run.</summary>
[Collection(TriedCollection.Name)]
public sealed class FileTests(TriedHouse house)
{
    /// <summary>Read by machines, or shown as a page.</summary>
    private static readonly string[] NoFile = ["text/html", "text/calendar"];

    /// <summary>Parts of the house's own pages, and what the state's data tracker reads.</summary>
    private static readonly string[] Parts = ["/assets/", "/tracker/"];

    [Fact]
    public async Task No_cell_of_any_file_is_a_formula()
    {
        var (wrong, risky) = (new List<string>(), new Dictionary<string, int>());
        await foreach (var (template, kind, bytes) in Files())
        {
            var cells = kind switch
            {
                "text/csv" => Csv(Encoding.UTF8.GetString(bytes)).ToList(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => [.. Workbook(bytes)],
                _ => [],
            };
            risky[kind] = risky.GetValueOrDefault(kind) + cells.Count(c => c.IsRisky);
            wrong.AddRange(cells.Where(c => c.IsComputed).Select(c => $"{template}: {c.Text}"));
        }
        wrong.ShouldBeEmpty();
        risky["text/csv"].ShouldBeGreaterThan(3, "there was something to get wrong");
        risky["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"].ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task What_is_no_page_is_kept_and_not_opened()
    {
        using var browser = house.Open(TriedHouse.Everything);
        var (wrong, files) = (new List<string>(), 0);
        foreach (var door in house.Doors.Where(d => d.IsRead && !d.IsPage))
        {
            foreach (var address in door.Addresses)
            {
                using var answer = await browser.Get(address);
                if (!answer.IsSuccessStatusCode || NoFile.Contains(answer.Content.Headers.ContentType?.MediaType) || Parts.Any(p => door.Template.StartsWith(p, StringComparison.Ordinal))) { continue; }
                files++;
                var isKept = answer.Content.Headers.ContentDisposition is { DispositionType: "attachment", FileName: { } name } && name.IndexOfAny(['/', '\\', '\r', '\n']) < 0;
                if (!isKept || !answer.Headers.Contains("X-Content-Type-Options")) { wrong.Add($"{door.Template}: {answer.Content.Headers}"); }
            }
        }
        wrong.Distinct().ShouldBeEmpty();
        files.ShouldBeGreaterThan(3);
    }

    private async IAsyncEnumerable<(string Template, string Kind, byte[] Bytes)> Files()
    {
        using var browser = house.Open(TriedHouse.Everything);
        foreach (var door in house.Doors.Where(d => d.IsRead && !d.IsPage))
        {
            foreach (var address in door.Addresses)
            {
                using var answer = await browser.Get(address);
                if (answer.IsSuccessStatusCode) { yield return (door.Template, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsByteArrayAsync()); }
            }
        }
    }

    /// <param name="IsComputed">As a spreadsheet would take it.</param>
    /// <param name="IsRisky">It would have been one, had it not been guarded.</param>
    private sealed record Cell(string Text, bool IsComputed, bool IsRisky);

    private static bool Begins(string text) => text.TrimStart(' ', '\uFEFF') is [var first, ..] && "=+-@\t\r\n\0＝＋－＠".Contains(first);

    private static IEnumerable<Cell> Csv(string text)
    {
        using var reader = CsvHelper.CsvReader.Create(new StringReader(text.TrimStart('\uFEFF')), new CsvHelper.CsvReaderOptions { Separator = ';', HasHeader = false });
        while (reader.Read())
        {
            foreach (var cell in Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)) { yield return new(cell, Begins(cell), cell is ['\'', .. var rest] && Begins(rest)); }
        }
    }

    /// <summary>A text may begin as it likes where the file says that it is one; where people edit it, its look keeps it so.</summary>
    private static IEnumerable<Cell> Workbook(byte[] bytes)
    {
        using var file = new ZipArchive(new MemoryStream(bytes));
        XDocument Part(string name) { using var stream = file.GetEntry(name)!.Open(); return XDocument.Load(stream); }
        var quoted = Part("xl/styles.xml").Descendants().Where(e => e.Name.LocalName == "cellXfs").Elements().Select((e, i) => (e, i)).Where(x => (string?)x.e.Attribute("quotePrefix") is "1" or "true").Select(x => $"{x.i}").ToHashSet();
        foreach (var cell in file.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).SelectMany(e => Part(e.FullName).Descendants().Where(c => c.Name.LocalName == "c")))
        {
            var (text, isText) = (cell.Value, (string?)cell.Attribute("t") == "inlineStr");
            yield return new(text, cell.Elements().Any(e => e.Name.LocalName == "f") || isText && Begins(text) && !quoted.Contains((string?)cell.Attribute("s") ?? ""), isText && Begins(text));
        }
    }
}

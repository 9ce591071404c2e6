using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Loim.Network;
using Loim.Web;
using Loim.Web.Forms;

namespace Loim.Core.Tests.Web;

/// <summary>Files as somebody who wishes ill would send them, to a form that keeps what it gets.</summary>
public sealed class UploadTests : IClassFixture<UploadTests.Desk>
{
    private const string Imports = "/network/organisations/imports";
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string NotSo = "What is in the file is not .csv,.txt,.xlsx,.xls, whatever its name says";
    private const string OtherEnding = "Files that end in .csv,.txt,.xlsx,.xls are taken";
    private const string TooLong = "The file has more than 2\u00A0000 rows; split it";
    private const string Damaged = "The file cannot be read: it is damaged or no spreadsheet";
    private static readonly byte[] Table = "Nimi;Valdkond\nTammepuu kool;haridusasutus\n"u8.ToArray();
    private readonly Desk desk;

    public UploadTests(Desk desk) => this.desk = desk;

    [Theory]
    [InlineData("../../etc/cron.d/kuri.csv", "kuri.csv")]
    [InlineData("..\\..\\Windows\\kuri.csv", "kuri.csv")]
    [InlineData("C:\\kuri.csv", "kuri.csv")]
    [InlineData("/kuri.csv/../../teine.csv", "teine.csv")]
    [InlineData("arve\0.exe\0.csv", "arve.exe.csv")]
    [InlineData("a\r\nSet-Cookie: x=1.csv", "aSet-Cookie: x=1.csv")]
    [InlineData("arve\u202Evsc.csv", "arvevsc.csv")]
    [InlineData("NUL.csv", "_NUL.csv")]
    [InlineData("com1.csv", "_com1.csv")]
    [InlineData("nulla.csv", "nulla.csv")]
    [InlineData(" .. ", "-")]
    [InlineData("", "-")]
    [InlineData("O'CONNEŽ-ŠUSLIK <b>.csv", "O'CONNEŽ-ŠUSLIK <b>.csv")]
    public void A_name_is_no_path(string sent, string kept) => FileField.Bare(sent).ShouldBe(kept);

    [Fact]
    public void A_name_that_is_too_long_keeps_its_end() => FileField.Bare(new string('a', 5000) + ".csv").ShouldBe(new string('a', 96) + ".csv");

    [Fact]
    public async Task A_name_is_kept_bare_and_shown_as_text()
    {
        using var browser = desk.Open("en", Desk.Editor);
        using var taken = await Send(browser, "../../<b>kuri.csv", Table);
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.Page(Imports);
        page.QuerySelectorAll("li b").Select(b => b.TextContent).ShouldContain("<b>kuri.csv");
        Directory.GetFileSystemEntries(desk.House.Parts.DataFolder).Select(Path.GetFileName).ShouldNotContain(name => name!.Contains("kuri"));
    }

    private static readonly Dictionary<string, (string Name, Func<byte[]> Bytes, string Message)> Wrong = new()
    {
        ["nothing"] = ("a.csv", () => [], "Choose a file"),
        ["too large"] = ("a.csv", () => new byte[5 * 1024 * 1024 + 1], "The file is too large: at most 5\u00A0120 KiB"),
        ["another ending"] = ("a.svg", () => Table, OtherEnding),
        ["another ending after a table's"] = ("a.csv.html", () => Table, OtherEnding),
        ["a program called a table"] = ("a.csv", () => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], NotSo),
        ["a picture called a workbook"] = ("a.xlsx", () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], NotSo),
        ["a document called a table"] = ("a.txt", () => "%PDF-1.7\n1 0 obj"u8.ToArray(), NotSo),
        ["too many rows"] = ("a.csv", () => Encoding.UTF8.GetBytes("Nimi\n" + string.Concat(Enumerable.Repeat("Kool\n", 2001))), TooLong),
        ["binary further on"] = ("a.csv", () => [.. Table, .. Enumerable.Repeat((byte)'a', 5000), 0], Damaged),
        ["a workbook cut short"] = ("a.xlsx", () => Zip((Sheet, "<worksheet/>"))[..40], Damaged),
        ["an archive that is no workbook"] = ("a.xlsx", () => Zip(("readme.txt", "tere")), Damaged),
        ["archives within archives"] = ("a.xlsx", () => Nested(6), Damaged),
        ["a bomb: 30 megabytes in one"] = ("a.xlsx", () => Book(Blanks(30)), TooLong),
        ["a bomb in a part that nobody reads"] = ("a.xlsx", () => Zip([.. Parts(Row), ("xl/media/a.bin", Blanks(30))]), TooLong),
        ["very many parts"] = ("a.xlsx", () => Zip([.. Parts(Row), .. Enumerable.Range(0, 600).Select(i => ($"xl/media/{i}.bin", "a"))]), TooLong),
        ["entities that grow"] = ("a.xlsx", () => Book(Row, """<!DOCTYPE a [<!ENTITY b "kuri">]>"""), Damaged),
        ["an entity from a file"] = ("a.xlsx", () => Book(Row, """<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>"""), Damaged),
    };

    public static TheoryData<string> Whatever => [.. Wrong.Keys];

    [Theory, MemberData(nameof(Whatever))]
    public async Task What_is_no_table_is_answered_beside_the_field_and_nothing_is_kept(string what)
    {
        using var browser = desk.Open("en", Desk.Editor);
        var before = desk.House.Scalar<int>("SELECT count(*) FROM network_imports");
        var (name, bytes, message) = Wrong[what];
        using var answer = await Send(browser, name, bytes());
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(answer)).GetElementById("upload-File-error")!.TextContent.ShouldBe(message);
        desk.House.Scalar<int>("SELECT count(*) FROM network_imports").ShouldBe(before);
        desk.House.Faults.Recent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("et", "Faili sisu ei ole .csv,.txt,.xlsx,.xls, mis nime see ka kannab")]
    [InlineData("uk", "Вміст файлу не .csv,.txt,.xlsx,.xls, хоч би як він називався")]
    public async Task The_answer_is_in_the_readers_language(string language, string message)
    {
        using var browser = desk.Open(language, Desk.Editor);
        using var answer = await Send(browser, "a.csv", [1, 2, 0, 0]);
        (await Browser.Read(answer)).GetElementById("upload-File-error")!.TextContent.ShouldBe(message);
    }

    [Fact]
    public async Task A_good_workbook_is_taken_whatever_it_is_called()
    {
        using var browser = desk.Open("en", Desk.Editor);
        foreach (var name in (string[])["hea.xlsx", "hea.csv"])
        {
            using var answer = await Send(browser, name, Book(Row));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, name);
        }
    }

    private static async Task<HttpResponseMessage> Send(Browser browser, string name, byte[] bytes) =>
        await browser.Upload(await browser.Page(Imports), Imports, "upload", "File", name, bytes);

    private const string Row = """<row r="1"><c r="A1" t="inlineStr"><is><t>Nimi</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Kool</t></is></c></row>""";

    private static string Blanks(int megabytes) => new(' ', megabytes * 1024 * 1024);

    private static byte[] Book(string rows, string before = "") => Zip([.. Parts(rows, before)]);

    private static IEnumerable<(string Name, string Text)> Parts(string rows, string before = "") =>
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="b"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        (Sheet, $"""{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"""),
    ];

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts) { using var writer = new StreamWriter(zip.CreateEntry(name).Open()); writer.Write(text); }
        }
        return bytes.ToArray();
    }

    private static byte[] Nested(int deep)
    {
        var inner = "42"u8.ToArray();
        for (; deep > 0; deep--)
        {
            using var bytes = new MemoryStream();
            using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                for (var i = 0; i < 16; i++) { using var entry = zip.CreateEntry($"{i}.zip").Open(); entry.Write(inner); }
            }
            inner = bytes.ToArray();
            if (inner.Length > 1024 * 1024) { break; }
        }
        return inner;
    }

    public sealed class Desk() : WebHouse(new NetworkModule())
    {
        public const string Editor = "network.read,network.write";
    }
}
